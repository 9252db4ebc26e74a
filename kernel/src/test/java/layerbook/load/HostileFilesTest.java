package layerbook.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import layerbook.load.file.Loaded;
import layerbook.net.NetworkBuilder;
import layerbook.shape.Refusal;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken, cut and hostile files end in one sentence with a next step, or are read as data; nothing in them is run. */
class HostileFilesTest {
    private static final int TIMES = 120;
    @TempDir Path folder;

    @ParameterizedTest @ValueSource(strings = {"article_cnn.safetensors", "article_cnn.pt", "article_cnn_legacy.pth", "article_cnn_whole.pt", "article_cnn_op13.onnx",
        "block_op16_dyn.onnx", "llama-2-7b.Q4_0.head.gguf"})
    void damagedFilesAreRefusedOrReadInOneSentence(String name) throws IOException {
        byte[] whole = Files.readAllBytes(ExpectedFilesTest.FILES.resolve(name));
        int refused = 0;
        for (int seed = 0; seed < TIMES; seed++) {
            refused += survives(name, damaged(whole, new Random(seed)), seed) ? 1 : 0;
        }
        assertTrue(refused > TIMES / 10, "damage is noticed: " + refused);
    }

    /** A damaged pickle in a sound archive: the archive's own checksums do not protect what is read of it. */
    @ParameterizedTest @ValueSource(strings = {"article_cnn.pt", "article_cnn_whole.pt", "block.pt"})
    void damagedPicklesInSoundArchivesAreRefusedOrReadAsData(String name) throws IOException {
        int refused = 0;
        for (int seed = 0; seed < TIMES; seed++) {
            refused += survives(name, withPickle(name, seed), seed) ? 1 : 0;
        }
        assertTrue(refused > TIMES / 10, "damage is noticed: " + refused);
    }

    @Test void randomInstructionsArePicklesOrRefused() throws IOException {
        String instructions = "(.0123NIJKLMFGSVTUXBC])}ltdasepqrghjcRbiouPQ\u0080\u0081\u0085\u0086\u0087\u0088\u0089\u008a\u008b\u008c\u008e\u008f\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098";
        for (int seed = 0; seed < 600; seed++) {
            var random = new Random(seed);
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes(new byte[] {(byte) 0x80, 2});
            for (int i = 0; i < 60; i++) {
                bytes.write(random.nextInt(4) == 0 ? random.nextInt(256) : instructions.charAt(random.nextInt(instructions.length())));
            }
            survives("random.pkl", bytes.toByteArray(), seed);
        }
    }

    @TestFactory Stream<DynamicTest> theHostileFilesThatWereMadeByHand() throws IOException {
        try (Stream<Path> files = Files.list(ExpectedFilesTest.FILES.resolve("hostile"))) {
            List<Path> all = files.sorted().toList();
            assertFalse(all.isEmpty());
            return all.stream().map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> {
                assertTrue(survives(f.getFileName().toString(), Files.readAllBytes(f), 0), "holds no tensors that could be counted");
                assertFalse(Files.exists(Path.of("executed.txt")));
            })).toList().stream();
        }
    }

    @Test void whatAPickleWouldCallIsNamedAndNotCalled() {
        Refusal refusal = assertThrows(Refusal.class, () -> Load.file(ExpectedFilesTest.FILES.resolve("hostile/system.pt")));
        assertTrue(refusal.getMessage().contains("system"), refusal.getMessage());
    }

    // ---- pickles that hold themselves, or a lot

    @Test void aListInItselfIsReadOnce() throws IOException {
        assertTrue(survives("cycle.pkl", bytes("\u0080\u0002]q\u0000h\u0000a."), 0));
    }

    @Test void aDictInItselfIsReadOnce() throws IOException {
        assertTrue(survives("cycle.pkl", bytes("\u0080\u0002}q\u0000X\u0001\u0000\u0000\u0000ah\u0000s."), 0));
    }

    @Test void aMillionListsInEachOtherAreRead() throws IOException {
        byte[] nested = new byte[2_000_003];
        Arrays.fill(nested, 2, 1_000_002, (byte) ']');
        Arrays.fill(nested, 1_000_002, 2_000_001, (byte) 'a');
        nested[0] = (byte) 0x80;
        nested[1] = 2;
        nested[2_000_002] = '.';
        nested[2_000_001] = '0';
        survives("deep.pkl", nested, 0);
    }

    @Test void listsThatDoubleAreReadAsTheyStand() throws IOException {
        var text = new StringBuilder("\u0080\u0002]q\u0000");
        for (int i = 0; i < 200; i++) {
            text.append("](h").append((char) i).append('h').append((char) i).append('e').append('q').append((char) (i + 1));
        }
        assertTrue(survives("doubling.pkl", bytes(text + "."), 0));
    }

    @Test void lengthsPastTheEndTakeNoMemory() throws IOException {
        for (char instruction : new char[] {'X', 'T', 'B'}) {
            assertTrue(survives("long.pkl", bytes("\u0080\u0002" + instruction + "\u00ff\u00ff\u00ff\u00ff."), 0));
        }
        assertTrue(survives("long.pkl", bytes("\u0080\u0004\u008d\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f."), 0));
        assertTrue(survives("long.gguf", gguf(1, 1), 0));
        assertTrue(survives("many.gguf", gguf(Long.MAX_VALUE / 32, 0), 0));
        assertTrue(survives("long.safetensors", safetensors("{\"a\":{\"dtype\":\"F32\",\"shape\":[9223372036854775807,9223372036854775807],\"data_offsets\":[0,4]}}"), 0));
    }

    @Test void aShardOutsideOfItsFolderIsRefused() throws IOException {
        Path index = folder.resolve("model.safetensors.index.json");
        Files.writeString(index, "{\"weight_map\":{\"a\":\"../../etc/passwd\"}}");
        Refusal refusal = assertThrows(Refusal.class, () -> Load.file(index));
        assertTrue(refusal.getMessage().contains("outside"), refusal.getMessage());
    }

    @Test void aCutFileSaysHowMuchIsMissing() throws IOException {
        byte[] whole = Files.readAllBytes(ExpectedFilesTest.FILES.resolve("article_cnn.safetensors"));
        Path cut = Files.write(folder.resolve("cut.safetensors"), Arrays.copyOf(whole, 300_000));
        Refusal refusal = assertThrows(Refusal.class, () -> Load.file(cut));
        assertEquals("cut.safetensors is cut off: this safetensors checkpoint needs 548,128 bytes, and the file has 300,000", refusal.getMessage());
    }

    /** Loads it; says whether it was refused. Anything but a value or a refusal in one sentence with a next step fails. */
    private boolean survives(String name, byte[] bytes, int seed) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        return assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            try {
                Loaded loaded = Load.file(file);
                loaded.names();
                loaded.text(80, true, false);
                if (loaded.content() == Loaded.Content.NETWORK) {
                    new NetworkBuilder().within(loaded::network);
                }
                return false;
            } catch (Refusal refusal) {
                String told = name + ", seed " + seed + ": " + refusal.getMessage();
                assertNotNull(refusal.suggestion(), told);
                assertTrue(refusal.getMessage().length() < 700 && refusal.getMessage().lines().count() == 1, told);
                return true;
            }
        }, () -> name + ", seed " + seed);
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] out = whole.clone();
        int head = Math.min(out.length, random.nextBoolean() ? 2000 : out.length);
        switch (random.nextInt(4)) {
            case 0 -> out = Arrays.copyOf(out, random.nextInt(head));
            case 1 -> {
                for (int i = 0; i < 1 + random.nextInt(8); i++) {
                    out[random.nextInt(head)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 2 -> {
                int at = random.nextInt(Math.max(1, head - 8));
                Arrays.fill(out, at, Math.min(out.length, at + 1 + random.nextInt(8)), (byte) (random.nextBoolean() ? 0xff : 0x7f));
            }
            default -> {
                int from = random.nextInt(head);
                int count = Math.min(out.length - from, random.nextInt(200));
                System.arraycopy(whole, random.nextInt(out.length - count), out, from, count);
            }
        }
        return out;
    }

    private static byte[] withPickle(String name, int seed) throws IOException {
        var out = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(ExpectedFilesTest.FILES.resolve(name).toFile()); ZipOutputStream copy = new ZipOutputStream(out)) {
            for (ZipEntry entry : new ArrayList<ZipEntry>(zip.stream().toList())) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                copy.putNextEntry(new ZipEntry(entry.getName()));
                copy.write(entry.getName().endsWith("data.pkl") ? damaged(bytes, new Random(seed)) : bytes);
                copy.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] gguf(long tensors, long keys) {
        return ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN).put(bytes("GGUF")).putInt(3).putLong(tensors).putLong(keys).putLong(Long.MAX_VALUE).array();
    }

    private static byte[] safetensors(String head) {
        byte[] json = head.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length).order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).put(json).array();
    }
}
