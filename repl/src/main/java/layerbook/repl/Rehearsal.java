package layerbook.repl;

import java.util.List;

/** A short session without a person: the launcher keeps the classes it loads in an archive, so that the next start need not parse them. */
public final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] args) {
        layerbook.jupyter.Rehearsal.run(List.of("1 + 1", "System.out.println(1)", "input(3, 32, 32)\nconv2d(16, 3, padding(1))\nrelu()"));
        Main.main(new String[] {"--help"});
    }
}
