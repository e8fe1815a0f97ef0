package io.poolwright.watch.history.quest;

import io.questdb.log.LogError;
import io.questdb.log.LogFactory;

/**
 * QuestDB without its log, which would go to standard output, every query of it. A log factory whose configuration is
 * refused stays as it was born, and says nothing; one that is configured to write nowhere still reports that on standard
 * error and keeps a thread.
 */
final class QuietLog {
    private static final String REFUSED = "/io/poolwright/watch/history/quest/no-log.conf";

    private QuietLog() {}

    /** To be called before anything else of QuestDB. */
    static void begin() {
        String before = System.getProperty(LogFactory.CONFIG_SYSTEM_PROPERTY);
        System.setProperty(LogFactory.CONFIG_SYSTEM_PROPERTY, REFUSED);
        try {
            LogFactory.getInstance();
        } catch (LogError e) {
            // as it should be
        } finally {
            if (before == null) {
                System.clearProperty(LogFactory.CONFIG_SYSTEM_PROPERTY);
            } else {
                System.setProperty(LogFactory.CONFIG_SYSTEM_PROPERTY, before);
            }
        }
    }
}
