package layerbook.jupyter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import layerbook.io.TextFile;

/**
 * Where a front end expects the kernel: an address, five ports and a key to sign with, as it wrote them into the connection file.
 *
 * @param ip the address to bind to, loopback if the file says nothing
 * @param key what messages are signed with; empty if they are not signed
 * @param scheme how they are signed, e.g. {@code hmac-sha256}
 */
public record Connection(String ip, int shell, int control, int iopub, int stdin, int heartbeat, String key, String scheme) {
    /** Reads a connection file; says in one sentence what is wrong with it. */
    public static Connection read(Path file) throws IOException {
        Map<String, Object> json = object(TextFile.read(file));
        String transport = text(json, "transport", "tcp");
        if (!transport.equals("tcp")) {
            throw new IOException("transport " + transport + " is not known here, only tcp; let Jupyter start the kernel with that");
        }
        return new Connection(text(json, "ip", "127.0.0.1"), port(json, "shell_port"), port(json, "control_port"), port(json, "iopub_port"),
            port(json, "stdin_port"), port(json, "hb_port"), text(json, "key", ""), text(json, "signature_scheme", "hmac-sha256"));
    }

    private static Map<String, Object> object(String text) throws IOException {
        try {
            return Json.object(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IOException("is not the JSON object that a connection file is; let Jupyter start the kernel, or write one");
        }
    }

    byte[] keyBytes() {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    /** An endpoint as ZeroMQ writes it; an IPv6 address stands in brackets. */
    String address(int port) {
        String host = ip.contains(":") && !ip.startsWith("[") ? "[" + ip + "]" : ip;
        return "tcp://" + host + ":" + port;
    }

    private static String text(Map<String, Object> json, String name, String otherwise) {
        return json.get(name) instanceof String s && !(s.isEmpty() && name.equals("ip")) ? s : otherwise;
    }

    private static int port(Map<String, Object> json, String name) throws IOException {
        if (json.get(name) instanceof Integer port && port > 0 && port < 65536) {
            return port;
        }
        throw new IOException("the connection file has no usable " + name + ": " + json.get(name) + "; it takes a number from 1 to 65535, which Jupyter chooses");
    }
}
