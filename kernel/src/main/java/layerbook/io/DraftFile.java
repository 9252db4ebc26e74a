package layerbook.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is being written and is to take a file's place: a hidden file in the same folder. Its writer holds a lock on it, which the system takes away
 * whatever the writer's end was: so the next to write in the folder tells what a killed writer left, and removes it.
 */
final class DraftFile implements AutoCloseable {
    private static final String ENDING = ".part";
    private static final String NAME = "\\.layerbook-\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\" + ENDING;
    /** Those of this process: to open and close one would let go of its lock. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path place;
    private final FileChannel channel;

    private DraftFile(Path place, FileChannel channel) {
        this.place = place;
        this.channel = channel;
    }

    /** An empty one in the folder of {@code target}, which may be read by those who may read that. */
    static DraftFile beside(Path target) throws IOException {
        Path folder = target.getParent().toRealPath();
        sweep(folder);
        while (true) {
            Path place = folder.resolve(".layerbook-" + UUID.randomUUID() + ENDING);
            OURS.add(place);
            DraftFile draft = open(place);
            try {
                draft.lock();
                if (Files.exists(place)) {
                    draft.permissions(target);
                    return draft;
                }
            } catch (IOException e) {
                draft.close();
                throw e;
            }
            draft.close(); // swept away before it was locked
        }
    }

    private static DraftFile open(Path place) throws IOException {
        try {
            return new DraftFile(place, FileChannel.open(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (IOException e) {
            OURS.remove(place);
            throw e;
        }
    }

    private void lock() {
        try {
            channel.lock();
        } catch (IOException e) {
            // a file system without locks: nobody can tell whether this one is left, so nobody removes it
        }
    }

    private static synchronized void sweep(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*" + ENDING)) {
            for (Path file : files) {
                if (file.getFileName().toString().matches(NAME) && !OURS.contains(file)) {
                    removeIfLeft(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // the folder may not be listed: what is in it stays
        }
    }

    private static void removeIfLeft(Path file) {
        try (FileChannel left = FileChannel.open(file, StandardOpenOption.WRITE); var lock = left.tryLock()) {
            if (lock != null) {
                Files.delete(file);
            }
        } catch (IOException e) {
            // another's, or gone meanwhile
        }
    }

    Path place() {
        return place;
    }

    FileChannel channel() {
        return channel;
    }

    private void permissions(Path target) throws IOException {
        PosixFileAttributeView ours = Files.getFileAttributeView(place, PosixFileAttributeView.class);
        if (Files.exists(target) && ours != null) {
            PosixFileAttributes old = Files.readAttributes(target, PosixFileAttributes.class);
            own(ours, old);
            ours.setPermissions(old.permissions());
        }
    }

    /** The file keeps its owner where we may give files away: a program run as root takes none over. */
    private static void own(PosixFileAttributeView ours, PosixFileAttributes old) throws IOException {
        PosixFileAttributes now = ours.readAttributes();
        try {
            if (!now.group().equals(old.group())) {
                ours.setGroup(old.group());
            }
            if (!now.owner().equals(old.owner())) {
                ours.setOwner(old.owner());
            }
        } catch (IOException e) {
            // not ours to give: the file is written by who may write it
        }
    }

    /** Takes the target's place. */
    void become(Path target) throws IOException {
        try {
            Files.move(place, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(place, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What has not taken its target's place is removed. */
    @Override public void close() throws IOException {
        try {
            Files.deleteIfExists(place);
        } finally {
            channel.close();
            OURS.remove(place);
        }
    }
}
