package io.poolwright.server.watch;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.server.RefusedSettingException;
import io.poolwright.server.ServerSettings;
import io.poolwright.server.state.Alerts;
import io.poolwright.server.state.Events;
import io.poolwright.watch.ask.Collectors;
import io.poolwright.watch.eye.Eye;
import io.poolwright.watch.eye.Recent;
import io.poolwright.watch.eye.Sight;
import io.poolwright.watch.head.Head;
import io.poolwright.watch.head.HeadLimits;
import io.poolwright.watch.history.Retention;
import io.poolwright.watch.history.quest.QuestHistory;
import io.poolwright.watch.targets.Targets;
import io.poolwright.watch.targets.TargetsFile;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The whole watch of one server: opened when requests are answered, closed before the state is. */
public final class LiveWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveWatch.class);

    /** The store takes as long to open as all the rest: who waits for the first page is not to wait for it as well. */
    private static final Duration HISTORY_LATER = Duration.ofSeconds(5);

    private final ServerSettings settings;
    private final Clock clock;
    private final Head head = new Head(HeadLimits.usual());
    private final Memory memory = new Memory(head);
    private final StateLedger ledger;
    private final Recent recent;
    private final Eye eye;
    private final Sight sight;
    private final ScheduledThreadPoolExecutor work = new ScheduledThreadPoolExecutor(2, task -> {
        Thread thread = new Thread(task, "poolwright-memory");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean running;

    /**
     * The watch of what the settings name.
     *
     * @throws RefusedSettingException when the file with the targets says something that is not accepted
     */
    public LiveWatch(ServerSettings settings, Events events, Alerts alerts, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        Targets targets = targets(settings);
        this.ledger = new StateLedger(events, alerts, service -> sight().diagnosis(service), clock);
        this.recent = new Recent(ledger);
        this.eye = new Eye(targets, new Collectors(System.getenv(), clock), memory, recent, clock);
        this.sight = new Sight(eye, head, recent, clock);
    }

    private static Targets targets(ServerSettings settings) {
        if (settings.config().isEmpty()) {
            return Targets.of("", List.of());
        }
        try {
            return TargetsFile.read(settings.config().get());
        } catch (ConfigSyntaxException | IOException e) {
            throw new RefusedSettingException("--config: " + e.getMessage());
        }
    }

    @Override
    public void start() {
        running = true;
        eye.start();
        List<Future<?>> ignored = List.of(
                work.schedule(this::openHistory, HISTORY_LATER.toMillis(), TimeUnit.MILLISECONDS),
                work.scheduleWithFixedDelay(this::flush, 1, 1, TimeUnit.SECONDS));
    }

    private void openHistory() {
        try {
            memory.opened(QuestHistory.in(settings.data().resolve("history"), Retention.usual(), clock));
        } catch (RuntimeException e) {
            LOG.warn(
                    "the history cannot be opened, and nothing older than 15 minutes is kept: {}",
                    String.valueOf(e.getMessage()));
        }
    }

    private void flush() {
        try {
            memory.flush();
        } catch (RuntimeException e) {
            LOG.warn("looks could not be handed to the history: {}", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void stop() {
        running = false;
        eye.close();
        work.shutdown();
        memory.close();
        ledger.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    public Eye eye() {
        return eye;
    }

    /** What the eye knows, as people see it. */
    public Sight sight() {
        return sight;
    }

    public Head head() {
        return head;
    }

    /** What pools did before the last quarter of an hour; empty until it is open. */
    public Optional<io.poolwright.watch.history.History> history() {
        return memory.history();
    }

    StateLedger ledger() {
        return ledger;
    }
}
