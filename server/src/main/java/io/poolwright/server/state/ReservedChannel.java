package io.poolwright.server.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file whose writes are tried once more after the reserve was given up. */
final class ReservedChannel extends FileBase {
    private static final Logger LOG = LoggerFactory.getLogger(ReservedChannel.class);

    private final FileChannel file;
    private final Reserve reserve;

    ReservedChannel(FileChannel file, Reserve reserve) {
        this.file = file;
        this.reserve = reserve;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int start = source.position();
        try {
            return file.write(source);
        } catch (IOException e) {
            giveUpReserve(e);
            source.position(start);
            return file.write(source);
        }
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
        int start = source.position();
        try {
            return file.write(source, position);
        } catch (IOException e) {
            giveUpReserve(e);
            source.position(start);
            return file.write(source, position);
        }
    }

    @Override
    public void force(boolean metadata) throws IOException {
        try {
            file.force(metadata);
        } catch (IOException e) {
            giveUpReserve(e);
            file.force(metadata);
        }
    }

    private void giveUpReserve(IOException e) throws IOException {
        if (!reserve.release()) {
            throw e;
        }
        LOG.warn("a write of the state failed ({}); the reserve is given up for it", e.getMessage());
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return file.read(target);
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
        return file.read(target, position);
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        file.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        file.truncate(size);
        return this;
    }

    @Override
    public synchronized FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    public void implCloseChannel() throws IOException {
        file.close();
    }
}
