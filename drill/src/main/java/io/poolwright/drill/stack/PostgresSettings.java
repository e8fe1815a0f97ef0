package io.poolwright.drill.stack;

import java.nio.file.Path;

/** What the drill's PostgreSQL is told beyond its defaults: {@code postgresql.conf} of version 14 to 18. */
final class PostgresSettings {
    private PostgresSettings() {}

    /** Room for 57 connections of ordinary roles; nothing that slows a database which lives for a minute. */
    static String text(int port, Path logs) {
        return """

                # --- written by poolwright drill
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 60
                superuser_reserved_connections = 3
                password_encryption = scram-sha-256
                shared_buffers = 64MB
                wal_level = minimal
                max_wal_senders = 0
                fsync = off
                full_page_writes = off
                synchronous_commit = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                logging_collector = on
                log_directory = '%s'
                log_filename = 'postgresql.log'
                log_file_mode = 0644
                log_line_prefix = '%%m [%%p] %%q%%u@%%d/%%a '
                """.formatted(port, logs.toString().replace("'", "''"));
    }
}
