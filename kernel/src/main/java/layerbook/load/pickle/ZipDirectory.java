package layerbook.load.pickle;

import java.io.IOException;
import java.nio.ByteBuffer;
import layerbook.load.file.Source;

/** The directory at the end of a ZIP archive: its length is looked at before it is read into memory. */
final class ZipDirectory {
    static final long MOST = 100_000_000;
    private static final int END = 22;
    private static final int END_MARK = 0x06054b50;
    private static final int LOCATOR = 20;
    private static final int LOCATOR_MARK = 0x07064b50;

    private ZipDirectory() {}

    /** The length of the directory in bytes; 0 if there is none that can be found. */
    static long bytes(Source source) throws IOException {
        long from = Math.max(0, source.size() - END - 0xffff);
        ByteBuffer tail = source.bytes(from, END + 0xffff);
        for (int at = tail.limit() - END; at >= 0; at--) {
            if (tail.getInt(at) == END_MARK) {
                long length = tail.getInt(at + 12) & 0xffffffffL;
                return length == 0xffffffffL ? large(source, from + at) : length;
            }
        }
        return 0;
    }

    /** That of an archive past 4 GB stands in a record of its own. */
    private static long large(Source source, long end) throws IOException {
        ByteBuffer locator = source.bytes(Math.max(0, end - LOCATOR), LOCATOR);
        if (locator.limit() < LOCATOR || locator.getInt(0) != LOCATOR_MARK) {
            return 0;
        }
        ByteBuffer record = source.bytes(Math.max(0, locator.getLong(8)), 56);
        return record.limit() < 56 ? 0 : record.getLong(40);
    }
}
