package layerbook.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a browser may do with a page, besides showing it: run our own scripts, named by their digests, and show pictures. So even what slipped through
 * {@link Sanitizer} could neither run nor send anything. Source: W3C, Content Security Policy Level 3.
 */
public final class ContentPolicy {
    private ContentPolicy() {}

    /** The element that says so; it stands before everything that it is about. */
    public static String html(List<String> scripts) {
        String ours = scripts.isEmpty() ? "'none'" : scripts.stream().map(ContentPolicy::digest).collect(Collectors.joining(" "));
        return "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src " + ours
            + "; style-src 'unsafe-inline'; font-src data:; img-src * data:; base-uri 'none'; form-action 'none'\">\n";
    }

    private static String digest(String script) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
