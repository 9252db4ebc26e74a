package layerbook.repl;

/** The program: {@code layerbook}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("layerbook");
    }
}
