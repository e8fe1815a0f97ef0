package io.poolwright.server.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in a real browser, over a made-up stack of 500 pools. */
class ScreensBrowserIT {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String LIVE = "() => Number(document.documentElement.dataset.patches || 0) >= %d";

    private static ShowRoom room;
    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void open() {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "no chromium at " + CHROMIUM);
        room = ShowRoom.open(0, 500);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    @AfterAll
    static void close() {
        if (room != null) {
            browser.close();
            playwright.close();
            room.close();
        }
    }

    @BeforeEach
    void newPage() {
        look(1200, 900, ColorScheme.LIGHT);
    }

    @AfterEach
    void nothingWasComplainedOf() {
        context.close();
        complaints.removeIf(it -> it.contains("status of 404"));
        assertThat(complaints).isEmpty();
    }

    private void look(int width, int height, ColorScheme scheme) {
        if (context != null) {
            context.close();
        }
        context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    private void go(String path) {
        page.navigate("http://127.0.0.1:" + room.port() + path);
        page.waitForFunction("() => document.documentElement.dataset.ready === 'true'");
    }

    private String orders() {
        go("/");
        return page.locator("tr.over .what a").first().getAttribute("href");
    }

    @Test
    void theVerdictComesFirstAndTheWorstServiceBelowIt() {
        go("/");

        assertThat(page.locator("#headline").innerText())
                .contains("orders: HikariPool-1: callers give up waiting since", "confidence high", "connectionTimeout");
        assertThat(page.locator("#pools tbody").first().locator("tr").first().innerText()).contains("orders");
        assertThat(page.locator("tr.blind").first().innerText()).contains("?", "no signal");
    }

    @Test
    void changesArriveByThemselvesAndSpacePausesThem() {
        go("/");
        page.waitForFunction(LIVE.formatted(3));

        page.keyboard().press("Space");

        assertThat(page.locator("#live").innerText()).contains("paused");
        String paused = page.locator("#clock").innerText();
        page.waitForTimeout(2500);
        assertThat(page.locator("#clock").innerText()).isEqualTo(paused);

        page.keyboard().press("Space");
        page.waitForFunction("before => document.getElementById('clock').textContent !== before", paused);
        assertThat(page.locator("#live").innerText()).contains("live");
    }

    @Test
    void whatChangesDoesNotTakeTheFocusAway() {
        go("/");
        page.keyboard().press("j");
        page.keyboard().press("j");
        String focused = (String) page.evaluate("() => document.activeElement.closest('tr').id");

        page.waitForFunction(LIVE.formatted(4));

        assertThat(page.evaluate("() => document.activeElement.closest('tr').id")).isEqualTo(focused);
    }

    @Test
    void everythingIsReachedByKeyboard() {
        go("/");
        for (int i = 0; i < 4; i++) {
            page.keyboard().press("j");
        }
        page.keyboard().press("k");
        page.keyboard().press("Enter");
        page.waitForURL("**/pools/**");
        assertThat(page.locator("h1").innerText()).contains("payments-api");

        page.keyboard().press("Control+k");
        page.waitForSelector("#palette li:has-text('orders')");
        page.keyboard().type("orders hikari .12");
        page.keyboard().press("Enter");
        page.waitForURL("**HikariPool-1~10.0.3.12**");
        assertThat(page.locator("h1").innerText()).contains("HikariPool-1", "10.0.3.12:8080");

        page.keyboard().press("?");
        assertThat(page.locator("#help").isVisible()).isTrue();
        page.keyboard().press("Escape");
        assertThat(page.locator("#help").isVisible()).isFalse();
    }

    @Test
    void singleKeysCanBeSwitchedOff() {
        go("/");
        page.locator("#open-help").click();
        page.locator("#single-keys").uncheck();
        page.keyboard().press("Escape");

        page.keyboard().press("j");

        assertThat((Boolean) page.evaluate("() => document.activeElement.closest('tr.pool') === null"))
                .isTrue();
        go("/");
        page.keyboard().press("j");
        assertThat((Boolean) page.evaluate("() => document.activeElement.closest('tr.pool') === null"))
                .isTrue();
    }

    @Test
    void foldedLinesUnfoldAndThenAreLiveToo() {
        go("/");
        page.locator(".unfold").first().click();
        page.waitForFunction(LIVE.formatted(3));

        assertThat(page.locator("tbody.folded:not([hidden]) tr").count()).isGreaterThan(3);
        assertThat(page.locator(".unfold").first().getAttribute("aria-expanded")).isEqualTo("true");
    }

    @Test
    void theThemeFollowsTheSystemUntilItIsChosenAndIsKept() {
        go("/");
        String light = ground();
        page.locator("#theme").click();
        page.locator("#theme").click();
        String dark = ground();
        assertThat(dark).isNotEqualTo(light);
        go("/alerts");
        assertThat(ground()).isEqualTo(dark);

        look(1200, 900, ColorScheme.DARK);
        go("/");
        assertThat(ground()).isEqualTo(dark);
    }

    private String ground() {
        return (String) page.evaluate("() => getComputedStyle(document.body).backgroundColor");
    }

    @Test
    void aPoolShowsItsLimitsItsChecksAndTheOddInstance() {
        go(orders());
        page.waitForFunction("() => document.documentElement.dataset.charts === 'drawn'");

        assertThat(page.locator("#limits").innerText()).contains("was 30 s until", "below the floor of 30 s");
        assertThat(page.locator("#checks").innerText()).contains("Little's law", "used, seen", "model", "max-lifetime-below-floor");
        assertThat(page.locator("#figures").innerText()).contains("no percentile: enable");
        assertThat(page.locator("#instances").innerText()).contains("odd one");
        assertThat(page.locator(".plot canvas").count()).isEqualTo(5);
    }

    @Test
    void theChartsHaveTheirNumbersAsATable() {
        go(orders());
        page.locator("details.numbers summary").click();

        assertThat(page.locator("details.numbers tbody tr").count()).isBetween(30, 90);
        assertThat(page.locator("details.numbers thead").innerText()).contains("UTC", "used", "waiting", "timeouts");
        assertThat(page.locator("details.numbers tbody").innerText()).contains("?");
    }

    @Test
    void aPoolsPageGoesOnAndAFixedTimeDoesNot() {
        String path = orders();
        go(path);
        page.waitForFunction(LIVE.formatted(2));
        String permalink = page.locator(".permalink").getAttribute("href");

        go(path + permalink);

        assertThat(page.locator("#live").count()).isZero();
        assertThat(page.url()).contains("from=").contains("to=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pools/nothing", "/pools/a~pool~b~", "/?x=1"})
    void anAddressOfNothingIsAnswered(String path) {
        int status = page.navigate("http://127.0.0.1:" + room.port() + path).status();
        page.waitForLoadState();

        assertThat(status).isEqualTo(path.startsWith("/?") ? 200 : 404);
    }

    @ParameterizedTest
    @CsvSource({
        "/, LIGHT", "/, DARK", "pool, LIGHT", "pool, DARK", "/alerts, LIGHT", "/alerts, DARK", "/events, LIGHT",
        "/events, DARK", "/targets, LIGHT", "/targets, DARK"
    })
    void axeFindsNothingSerious(String path, ColorScheme scheme) throws IOException {
        look(1200, 900, scheme);
        go(path.equals("pool") ? orders() : path);
        try (InputStream axe = getClass().getResourceAsStream("/axe.min.js")) {
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }

        Object found = page.evaluate("async () => (await axe.run(document, {runOnly:"
                + " ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})).violations"
                + ".filter(it => ['serious', 'critical'].includes(it.impact))"
                + ".map(it => it.id + ': ' + it.nodes.slice(0, 3).map(n => n.target + ' ' + n.failureSummary).join(' | '))");

        assertThat((List<?>) found).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/, 320", "pool, 320", "/alerts, 320", "/events, 320", "/targets, 320", "/, 640", "pool, 640"})
    void nothingIsCutOffOnANarrowScreen(String path, int width) {
        look(width, 800, ColorScheme.LIGHT);
        go(path.equals("pool") ? orders() : path);

        assertThat(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
    }

    @Test
    void theFirstPaintOfFiveHundredPoolsTakesLessThanASecond() {
        go("/");
        List<Double> paints = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            look(1200, 900, ColorScheme.LIGHT);
            go("/");
            page.waitForFunction("() => performance.getEntriesByName('first-contentful-paint').length > 0");
            paints.add(((Number) page.evaluate(
                            "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"))
                    .doubleValue());
        }
        paints.sort(null);
        System.out.println("first contentful paint of 500 pools, ms: " + paints);

        assertThat(paints.get(2)).isLessThan(1000);
    }
}
