package layerbook.repl;

/** A short session without a person: the launcher keeps the classes it loads in an archive, so that the next start need not parse them. */
public final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] args) {
        Main.main(new String[] {"--help"});
    }
}
