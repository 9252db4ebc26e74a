package layerbook.jupyter;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import layerbook.session.Session;
import layerbook.session.output.Settings;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** A kernel that is asked a few things by itself, for the launcher: the classes it loads are kept in the start-up archive. */
public final class Rehearsal {
    private static final int PATIENCE_MILLIS = 20_000;

    private Rehearsal() {}

    /** Starts a kernel, has it say what it is, run the cells, and end. Its history goes nowhere. */
    public static void run(List<String> cells) {
        var anywhere = new Connection("127.0.0.1", 0, 0, 0, 0, 0, "rehearsal", "hmac-sha256");
        try (var kernel = new Kernel(anywhere, () -> Session.open(Settings.standard()), History.at(Path.of("/dev/null/none")));
             var context = new ZContext(1)) {
            Connection at = kernel.connection();
            var wire = new Wire(new Signer(at.keyBytes(), at.scheme()));
            ZMQ.Socket iopub = context.createSocket(SocketType.SUB);
            iopub.subscribe("");
            iopub.connect(at.address(at.iopub()));
            ZMQ.Socket shell = context.createSocket(SocketType.DEALER);
            shell.setReceiveTimeOut(PATIENCE_MILLIS);
            shell.connect(at.address(at.shell()));
            ask(shell, wire, "kernel_info_request", Map.of());
            ask(shell, wire, "history_request", Map.of("hist_access_type", "tail"));
            for (String cell : cells) {
                ask(shell, wire, "execute_request", Map.of("code", cell, "silent", false));
            }
        }
    }

    private static void ask(ZMQ.Socket shell, Wire wire, String type, Map<String, Object> content) {
        List<byte[]> frames = wire.frames(Message.because(null, List.of(), type, content));
        for (int i = 0; i < frames.size(); i++) {
            shell.send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
        }
        do {
            shell.recv();
        } while (shell.hasReceiveMore());
    }
}
