package assay.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.trial.Comparison;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about a simulation: what people read on it. */
class SimulationReportTest {

    private static String body(SimulationReport report) {
        String page = Reports.html(report);
        return page.substring(page.indexOf("<body>"), page.indexOf("</main>"));
    }

    @Test
    void theVerdictComesFirstAndNamesBothSides() {
        String body = body(SimulationExamples.mixed());

        assertTrue(body.contains("class=\"verdict good\""));
        assertTrue(body.contains("alc beats random choice. value:lossval is worse than random choice."), body);
        assertTrue(body.indexOf("verdict-title") < body.indexOf("differences-title"));
        assertTrue(body.indexOf("differences-title") < body.indexOf("curves-title"));
    }

    @Test
    void chanceIsCalledChance() {
        String body = body(SimulationExamples.nothing());

        assertTrue(body.contains("class=\"verdict neutral\""));
        assertTrue(body.contains("No strategy was told apart from random choice in 6 trials."));
        assertTrue(body.contains("four times of five"), "what could have been found");
    }

    @Test
    void oneTrialHasNoBandAndNoInterval() {
        String body = body(SimulationExamples.oneTrial());

        assertTrue(body.contains("One trial tells nothing apart."));
        assertFalse(body.contains("<polygon"));
        assertFalse(body.contains("class=\"band\""));
        assertFalse(body.contains("NaN"));
        assertTrue(body.contains(Decimals.UNKNOWN), "p is not known");
    }

    /** Least loss first, in the table as in the drawings. */
    @Test
    void strategiesAreInOrderOfTheirLoss() {
        String body = body(SimulationExamples.mixed());
        List<String> rows = Pattern.compile("<th scope=\"row\">([^<]+)")
                .matcher(body)
                .results()
                .map(m -> m.group(1))
                .toList();
        List<String> drawn = Pattern.compile("<figcaption><b>([^<]+)")
                .matcher(body)
                .results()
                .map(m -> m.group(1))
                .toList();

        assertEquals(List.of("alc", "null", "value:lossval"), rows);
        assertEquals(rows, drawn);
    }

    /** All panels have the same axes, so that curves can be compared: the curve of random choice is the same line in all. */
    @Test
    void randomChoiceIsTheSameLineInEveryPanel() {
        List<String> lines = Pattern.compile("<polyline class=\"random\" points=\"([^\"]+)\"")
                .matcher(body(SimulationExamples.mixed()))
                .results()
                .map(MatchResult::group)
                .toList();
        assertEquals(3, lines.size());
        assertEquals(1, lines.stream().distinct().count());
    }

    @Test
    void everythingIsDrawnWithinItsPanel() {
        String body = body(SimulationExamples.mixed());
        Pattern.compile("points=\"([^\"]+)\"")
                .matcher(body)
                .results()
                .flatMap(m -> List.of(m.group(1).split(" ")).stream())
                .forEach(point -> {
                    double x = Double.parseDouble(point.substring(0, point.indexOf(',')));
                    double y = Double.parseDouble(point.substring(point.indexOf(',') + 1));
                    assertTrue(x >= Panel.LEFT - 0.1 && x <= Panel.WIDTH - Panel.RIGHT + 0.1, point);
                    assertTrue(y >= Panel.TOP && y <= Panel.BASE, point);
                });
    }

    @Test
    void namesAreEscaped() {
        assertFalse(Reports.html(SimulationExamples.hostile()).contains("<img"));
    }

    @Test
    void sameReportSamePage() {
        assertEquals(Reports.html(SimulationExamples.mixed()), Reports.html(SimulationExamples.mixed()));
    }

    @Test
    void refusesCurvesOfOtherStrategies() {
        SimulationReport good = SimulationExamples.mixed();
        List<Comparison> fewer = good.comparisons().subList(1, 3);
        assertThrows(
                IllegalArgumentException.class,
                () -> new SimulationReport(
                        good.title(),
                        good.loss(),
                        good.repeats(),
                        good.bought(),
                        good.baseline(),
                        good.baselineRuns(),
                        fewer,
                        good.curves(),
                        good.origin()));
    }
}
