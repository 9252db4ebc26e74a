package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ends, errors and changed streams are told; the session goes on, with its variables and with its own streams. */
@Tag("slow")
class NothingEndsTheSessionTest extends Typed {
    @BeforeEach void keep() {
        type("int kept = 7");
    }

    private void goesOn() {
        assertEquals(7, type("kept").value());
        assertShows("System.out.println(\"heard\")", "heard");
    }

    @ParameterizedTest(name = "{0} is survived and told")
    @CsvSource(delimiter = '|', value = {
        "System.exit(3)                                                                          | System.exit(3) does not end the session",
        "Runtime.getRuntime().exit(4)                                                            | Runtime.exit(4) does not end the session",
        "Runtime.getRuntime().halt(5)                                                            | Runtime.halt(5) does not end the session",
        "List.of(6).forEach(System::exit)                                                        | System.exit(6) does not end the session",
        "int f(int n) { return f(n + 1) + 1; } f(0)                                              | calls went too deep",
        "var held = new ArrayList<long[]>(); while (true) { held.add(new long[1 << 24]); }       | OutOfMemoryError",
        "{ var l = new ArrayList<Object>(); while (true) { l.add(new long[1 << 24]); } }         | OutOfMemoryError",
        "new long[Integer.MAX_VALUE]                                                             | OutOfMemoryError",
        "{ throw new OutOfMemoryError(\"Metaspace\"); }                                          | OutOfMemoryError",
        "{ throw new ThreadDeath(); }                                                            | stopped",
        "{ throw new InternalError(\"inside\"); }                                                | InternalError: inside",
        "{ throw new LinkageError(\"linked\"); }                                                 | LinkageError: linked",
        "{ if (true) throw new Throwable(\"bare\"); }                                         | bare",
        "class Odd { public String toString() { throw new IllegalStateException(\"shown\"); } } new Odd() | shown",
        "class Nul { public String toString() { return null; } } new Nul()                       | null",
        "class E extends RuntimeException { public String getMessage() { throw new Error(\"m\"); } } { throw new E(); } | E",
        "class H { public int hashCode() { throw new Error(\"h\"); } public boolean equals(Object o) { throw new Error(\"e\"); } } new H() | java.lang.Error: h",
    })
    void isSurvived(String code, String told) {
        type(code);
        assertTrue(shown().contains(told), this::shown);
        goesOn();
    }

    @Test void anErrorInAnotherThreadIsSurvivedAndTold() {
        assertTrue(type("var t = new Thread(() -> { throw new IllegalStateException(\"elsewhere\"); }); t.start(); t.join();").ok());
        assertTrue(shown().contains("elsewhere"), this::shown);
        goesOn();
    }

    @ParameterizedTest(name = "{0} holds for its statement alone")
    @CsvSource(delimiter = '|', value = {
        "System.setOut(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()))",
        "System.setErr(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()))",
        "System.setOut(null)", "System.setErr(null)", "System.out.close()", "System.err.close()",
        "Thread.setDefaultUncaughtExceptionHandler((t, e) -> { throw new Error(); })",
        "Thread.currentThread().interrupt()", "Thread.currentThread().setName(\"\")", "Locale.setDefault(Locale.forLanguageTag(\"ar\"))",
    })
    void streamsStayOurs(String code) {
        type(code);
        goesOn();
        assertShows("System.err.print(\"e\")", "e");
        type("Locale.setDefault(Locale.ROOT)");
    }

    @Test void aReplacedStandardInputIsSurvived() {
        var before = System.in;
        try {
            type("System.setIn(java.io.InputStream.nullInputStream())");
            goesOn();
            type("System.setIn(null)");
            goesOn();
        } finally {
            System.setIn(before);
        }
    }

    @Test void classesWithoutEndAreSurvived() {
        for (int i = 0; i < 300; i++) {
            assertTrue(type("class Again { int n = " + i + "; }").ok());
        }
        assertFalse(type("again()").ok());
        goesOn();
    }
}
