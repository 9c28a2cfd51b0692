package assay.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page in a real browser that finds no host, from a file. Skipped where Chromium and its driver are not installed. */
class BrowserTest {

    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");

    private static final String COLOURED = """
            const canvas = document.querySelector('#chart canvas');
            const copy = document.createElement('canvas');
            [copy.width, copy.height] = [canvas.width, canvas.height];
            const context = copy.getContext('2d', { willReadFrequently: true });
            context.drawImage(canvas, 0, 0);
            const pixels = context.getImageData(0, 0, canvas.width, canvas.height).data;
            let coloured = 0;
            for (let i = 0; i < pixels.length; i += 4) {
              const [r, g, b, a] = pixels.slice(i, i + 4);
              if (a > 128 && Math.max(r, g, b) - Math.min(r, g, b) > 60) coloured++;
            }
            return coloured;
            """;

    private static ChromeDriver browser;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void open() {
        assumeTrue(CHROMIUM.canExecute() && DRIVER.canExecute(), "needs " + CHROMIUM + " and " + DRIVER);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--window-size=1280,900",
                "--host-resolver-rules=MAP * ~NOTFOUND");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build(), options);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    private static void show(RankingReport report) {
        showPage(Reports.html(report));
    }

    private static void showPage(String html) {
        try {
            Path file = Files.writeString(Files.createTempFile(folder, "report", ".html"), html);
            browser.get(file.toUri().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertQuiet() {
        List<String> complaints = browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
        assertEquals(List.of(), complaints);
        assertEquals(0L, browser.executeScript("return performance.getEntriesByType('resource').length"));
    }

    private static String picture() {
        return (String) browser.executeScript("return document.querySelector('#chart canvas').toDataURL()");
    }

    private static void choose(String id, String key) {
        new Select(browser.findElement(By.id(id))).selectByValue(key);
    }

    @Test
    void drawsWithoutComplaintAndWithoutNetwork() {
        show(Examples.passed());

        assertTrue((long) browser.executeScript(COLOURED) > 500, "points in colour");
        assertTrue(browser.findElement(By.id("chart-text"))
                .getText()
                .startsWith("8 picks, 200 past tests and 392 candidates over mass [kg]"));
        assertQuiet();
    }

    @Test
    void everyChoiceOfColumnsIsAnotherPicture() {
        show(Examples.passed());
        String before = picture();

        for (String y : List.of("1", "2", "3", Picture.RESULT, Picture.VALUE, Picture.STRIP)) {
            choose("axis-y", y);
            String after = picture();
            assertNotEquals(before, after, y);
            assertTrue((long) browser.executeScript(COLOURED) > 500, y);
            before = after;
        }
        choose("axis-x", "3");
        assertNotEquals(before, picture());
        assertQuiet();
    }

    @Test
    void pointsStayWhereTheyAre() {
        show(Examples.passed());
        choose("axis-y", "3");
        String first = picture();

        choose("axis-y", "2");
        choose("axis-y", "3");

        assertEquals(first, picture(), "the spread of a category is not drawn anew");
    }

    @Test
    void headersSortBothWaysByMouseAndKeyboard() {
        show(Examples.passed());
        WebElement header = browser.findElements(By.cssSelector("#ranking-table thead th button"))
                .get(2);

        header.click();
        List<Double> up = keys(3);
        assertEquals(up.stream().sorted().toList(), up);
        header.sendKeys(Keys.ENTER);
        List<Double> down = keys(3);

        assertEquals(up.stream().sorted((a, b) -> Double.compare(b, a)).toList(), down);
        assertEquals(
                "descending",
                browser.findElement(By.cssSelector("#ranking-table thead th:nth-child(3)"))
                        .getDomAttribute("aria-sort"));
        assertQuiet();
    }

    private static List<Double> keys(int column) {
        return browser.findElements(By.cssSelector("#ranking-table tbody td:nth-child(" + column + ")")).stream()
                .map(cell -> Double.valueOf(cell.getDomAttribute("data-key")))
                .toList();
    }

    @Test
    void copyButtonAnswers() {
        show(Examples.passed());
        WebElement button = browser.findElement(By.cssSelector("#ranking .copy"));

        button.click();

        new WebDriverWait(browser, Duration.ofSeconds(10))
                .until(b -> !button.getText().equals("Copy table"));
    }

    @Test
    void hostileNamesRunNothing() {
        show(Examples.hostile());

        assertEquals(0, browser.findElements(By.tagName("img")).size());
        assertEquals(4, browser.findElements(By.tagName("script")).size(), "data, library, chart, tables");
        assertTrue(browser.getTitle().startsWith("</script><img"));
        choose("axis-x", "1");
        assertQuiet();
    }

    @Test
    void tenThousandPointsAreDrawn() {
        show(Examples.passed(12_000, 9_000));

        assertTrue((long) browser.executeScript(COLOURED) > 10_000);
        assertEquals(1, browser.findElements(By.cssSelector("#chart canvas")).size(), "drawn at once, on one canvas");
        assertQuiet();
    }

    @Test
    void darknessRedrawsAndPaperIsAlwaysLight() {
        show(Examples.passed());
        String light = picture();

        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        try {
            new WebDriverWait(browser, Duration.ofSeconds(10))
                    .until(b -> !picture().equals(light));
            browser.executeScript("dispatchEvent(new Event('beforeprint'))");
            assertEquals(light, picture());
        } finally {
            browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        }
        assertQuiet();
    }

    @Test
    void nothingIsWiderThanANarrowScreen() {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 400, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        try {
            for (RankingReport report : List.of(Examples.passed(), Examples.failed(), Examples.hostile())) {
                show(report);

                assertEquals(400L, browser.executeScript("return innerWidth"));
                assertEquals(
                        0L,
                        browser.executeScript("const page = document.documentElement;"
                                + " return page.scrollWidth - page.clientWidth"));
            }
        } finally {
            browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    /** The page about a simulation: as quiet, as narrow, and its names as harmless. */
    @Test
    void simulationsAreQuietAndNarrowToo() {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 400, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        try {
            for (SimulationReport report :
                    List.of(SimulationExamples.mixed(), SimulationExamples.oneTrial(), SimulationExamples.hostile())) {
                showPage(Reports.html(report));

                assertEquals(
                        0L,
                        browser.executeScript("const page = document.documentElement;"
                                + " return page.scrollWidth - page.clientWidth"));
                assertEquals(0, browser.findElements(By.tagName("img")).size());
                assertEquals(1, browser.findElements(By.tagName("script")).size(), "tables");
            }
        } finally {
            browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
        assertQuiet();
    }
}
