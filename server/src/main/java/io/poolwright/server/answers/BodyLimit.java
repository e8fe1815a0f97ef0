package io.poolwright.server.answers;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Bodies of the API: counted as they come, unpacked when they are packed with gzip, and counted again. */
final class BodyLimit implements Filter {
    /** Bytes on the wire. */
    static final long MOST = 4L << 20;

    /** Bytes after unpacking. */
    static final long MOST_UNPACKED = 20L << 20;

    private final Answers answers;

    BodyLimit(Answers answers) {
        this.answers = answers;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain next)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) asked;
        HttpServletResponse response = (HttpServletResponse) answer;
        String encoding = String.valueOf(request.getHeader("Content-Encoding")).toLowerCase(Locale.ROOT);
        boolean packed = encoding.equals("gzip");
        if (!packed && !List.of("null", "identity").contains(encoding)) {
            answers.write(
                    response,
                    Problem.of(415, "The body is packed in a way that is not known here.")
                            .found(encoding)
                            .accepted(List.of("gzip", "identity")));
            return;
        }
        if (request.getContentLengthLong() > MOST) {
            answers.write(response, new BodyTooLargeException("body", MOST).problem());
            return;
        }
        response.setHeader("Cache-Control", "private, no-cache");
        next.doFilter(new Limited(request, packed), answer);
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final boolean packed;
        private @Nullable ServletInputStream stream;

        Limited(HttpServletRequest request, boolean packed) {
            super(request);
            this.packed = packed;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                InputStream capped = new CappedStream(super.getInputStream(), "body", MOST);
                stream =
                        new Plain(packed ? new CappedStream(unpacked(capped), "unpacked body", MOST_UNPACKED) : capped);
            }
            return stream;
        }

        private static InputStream unpacked(InputStream in) throws IOException {
            try {
                return new GZIPInputStream(in);
            } catch (ZipException | EOFException e) {
                throw new RefusedRequestException(Problem.of(400, "The body is said to be gzip, but it is not."));
            }
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }

        @Override
        public int getContentLength() {
            return packed ? -1 : super.getContentLength();
        }

        @Override
        public long getContentLengthLong() {
            return packed ? -1 : super.getContentLengthLong();
        }
    }

    private static final class Plain extends ServletInputStream {
        private final InputStream in;
        private boolean ended;

        Plain(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            ended = read < 0;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            ended = read < 0;
            return read;
        }

        @Override
        public boolean isFinished() {
            return ended;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("bodies are read by the thread that asks");
        }
    }
}
