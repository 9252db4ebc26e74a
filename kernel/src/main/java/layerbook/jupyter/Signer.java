package layerbook.jupyter;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages with the key that only the front end and the kernel know, and tells real ones from forged and repeated ones. */
final class Signer {
    private static final int REMEMBERED = 1 << 16;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final Mac mac;
    private final Map<String, Boolean> seen = new LinkedHashMap<>() {
        @Override protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param scheme {@code hmac-} and a digest, as in the connection file */
    Signer(byte[] key, String scheme) {
        try {
            mac = key.length == 0 ? null : Mac.getInstance("Hmac" + digest(scheme));
            if (mac != null) {
                mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("signature scheme " + scheme + " is not known here", e);
        }
    }

    private static String digest(String scheme) {
        if (!scheme.startsWith("hmac-")) {
            throw new IllegalArgumentException("signature scheme " + scheme + " is not known here");
        }
        return scheme.substring(5).replace("-", "").replace("_", "/").toUpperCase(java.util.Locale.ROOT);
    }

    /** The signature of the four parts in hexadecimal, as ASCII; empty without a key. */
    synchronized byte[] sign(List<byte[]> parts) {
        if (mac == null) {
            return new byte[0];
        }
        parts.forEach(mac::update);
        byte[] sum = mac.doFinal();
        byte[] hex = new byte[2 * sum.length];
        for (int i = 0; i < sum.length; i++) {
            hex[2 * i] = (byte) HEX[sum[i] >> 4 & 15];
            hex[2 * i + 1] = (byte) HEX[sum[i] & 15];
        }
        return hex;
    }

    /** Whether the parts bear this signature, and bear it for the first time. The comparison takes as long for a near miss as for a wild guess. */
    synchronized boolean accepts(byte[] signature, List<byte[]> parts) {
        if (mac == null) {
            return true;
        }
        return MessageDigest.isEqual(sign(parts), signature)
            && seen.put(new String(signature, java.nio.charset.StandardCharsets.US_ASCII), true) == null;
    }
}
