package io.poolwright.telemetry.pgbouncer;

import io.poolwright.telemetry.jdbc.Table;
import io.poolwright.telemetry.wire.Call;
import io.poolwright.telemetry.wire.Peer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One connection to the console, and commands asked over it in the simple query protocol.
 *
 * <p>PostgreSQL's JDBC driver cannot be used: since 42.7.5 it begins with a SET that the console refuses.
 */
final class ConsoleSession implements AutoCloseable {
    private static final int MOST_COLUMNS = 200;

    private final Call call;

    private ConsoleSession(Call call) {
        this.call = call;
    }

    static ConsoleSession open(Peer peer, String user, String password, Duration deadline) throws IOException {
        Call call = Call.to(peer, deadline);
        try {
            new Login(call, user, password).enter();
            return new ConsoleSession(call);
        } catch (IOException e) {
            call.close();
            throw e;
        }
    }

    /** From now on, everything together may take this long. */
    void within(Duration deadline) {
        call.within(deadline);
    }

    /** Sends a SHOW command and keeps at most so many rows; the rest is read and forgotten. */
    Table show(String command, int mostRows) throws IOException {
        call.write(Message.of('Q', "SHOW " + command));
        List<String> columns = List.of();
        List<Table.Row> rows = new ArrayList<>();
        boolean cut = false;
        for (int read = 0; read <= 10 * mostRows; read++) {
            Message message = Message.read(call);
            switch (message.kind()) {
                case 'T' -> columns = columns(message);
                case 'D' -> {
                    cut = rows.size() >= mostRows;
                    if (!cut) {
                        rows.add(row(message, columns));
                    }
                }
                case 'E' -> throw new IOException("SHOW %s: %s".formatted(command, message.error()));
                case 'Z' -> {
                    return Table.of(rows, cut);
                }
                case 'C', 'N', 'S' -> {
                    continue; // the end of the rows, notices, parameters
                }
                default -> throw new IOException("answer is not PostgreSQL's protocol");
            }
        }
        throw new IOException("SHOW %s: has more than %d rows".formatted(command, 10 * mostRows));
    }

    private static List<String> columns(Message message) throws IOException {
        int count = message.shortNumber();
        if (count < 0 || count > MOST_COLUMNS) {
            throw new IOException("answer has %d columns".formatted(count));
        }
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(message.text().toLowerCase(Locale.ROOT));
            message.bytes(18); // where the column comes from, and its type
        }
        return columns;
    }

    private static Table.Row row(Message message, List<String> columns) throws IOException {
        Map<String, String> cells = new HashMap<>();
        int count = message.shortNumber();
        for (int i = 0; i < count && i < columns.size(); i++) {
            int length = message.number();
            if (length >= 0) {
                cells.put(columns.get(i), message.text(length));
            }
        }
        return new Table.Row(cells);
    }

    @Override
    public void close() throws IOException {
        call.close();
    }
}
