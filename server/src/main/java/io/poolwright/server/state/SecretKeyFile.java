package io.poolwright.server.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The file with the key that stored secrets are sealed with: 32 random bytes in Base64, readable by its owner only. */
public final class SecretKeyFile {
    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private SecretKeyFile() {}

    /** The key in a file that must exist. */
    public static SecretKey read(Path file) {
        byte[] key;
        try {
            if (isPosix(file) && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new StateException(
                        "the key file %s can be used by others; write: chmod 600 %s".formatted(file, file));
            }
            key = Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
        } catch (IOException | IllegalArgumentException e) {
            throw new StateException("the key file %s cannot be read as Base64".formatted(file));
        }
        if (key.length != BYTES) {
            throw new StateException(
                    "the key file %s: found %d bytes; accepted: %d in Base64; write: head -c %d /dev/urandom | base64"
                            .formatted(file, key.length, BYTES, BYTES));
        }
        return new SecretKeySpec(key, "AES");
    }

    /** The key in a file, which is made when it is missing. */
    public static SecretKey readOrMake(Path file) {
        if (!Files.exists(file)) {
            make(file);
        }
        return read(file);
    }

    private static void make(Path file) {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        FileAttribute<?>[] owner = isPosix(file.toAbsolutePath().getParent())
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            channel.write(ByteBuffer.wrap(Base64.getEncoder().encode(key)));
            channel.force(true); // a secret that is sealed must not outlive its key
        } catch (IOException e) {
            throw new StateException("the key file %s cannot be made".formatted(file));
        }
    }

    private static boolean isPosix(@Nullable Path file) {
        return file != null
                && file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
