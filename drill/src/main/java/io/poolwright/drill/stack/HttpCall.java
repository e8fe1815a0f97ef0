package io.poolwright.drill.stack;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The answer of one of our own processes to one HTTP request.
 *
 * @param status HTTP status
 * @param body its text
 */
public record HttpCall(int status, String body) {
    private static final int CONNECT_MILLIS = 1_000;
    private static final int READ_MILLIS = 10_000;

    public static HttpCall get(URI address) throws IOException {
        return call("GET", address);
    }

    public static HttpCall post(URI address) throws IOException {
        return call("POST", address);
    }

    /** Posts an order to a part of the stack, which must obey. */
    public static void order(URI address) {
        HttpCall answer;
        try {
            answer = post(address);
        } catch (IOException e) {
            throw new StackFailedException("%s does not answer: %s".formatted(address, e.getMessage()), e);
        }
        if (answer.status() != 200) {
            throw new StackFailedException(
                    "%s refused: %s".formatted(address, answer.body().strip()));
        }
    }

    private static HttpCall call(String method, URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] body = in == null ? new byte[0] : in.readAllBytes();
            return new HttpCall(status, new String(body, StandardCharsets.UTF_8));
        }
    }
}
