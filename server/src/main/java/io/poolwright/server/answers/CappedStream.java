package io.poolwright.server.answers;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails once more bytes have come than are accepted. */
final class CappedStream extends FilterInputStream {
    private final String what;
    private final long most;
    private long seen;

    CappedStream(InputStream in, String what, long most) {
        super(in);
        this.what = what;
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        count(skipped);
        return skipped;
    }

    private void count(long bytes) throws BodyTooLargeException {
        seen += bytes;
        if (seen > most) {
            throw new BodyTooLargeException(what, most);
        }
    }
}
