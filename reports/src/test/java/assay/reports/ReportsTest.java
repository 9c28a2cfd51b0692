package assay.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Column;
import assay.acquisition.DiversityPrice;
import assay.acquisition.Kind;
import assay.acquisition.Pick;
import assay.acquisition.Plan;
import assay.acquisition.Role;
import assay.acquisition.RulePrice;
import assay.acquisition.Schema;
import assay.acquisition.SkillGate;
import assay.acquisition.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsTest {

    /** Everything before the scripts: what people read. */
    private static String body(RankingReport report) {
        String page = Reports.html(report);
        return page.substring(page.indexOf("<body>"), page.indexOf("</main>"));
    }

    @Test
    void passedGateShowsItsNumbersAndTheNotesOfThePlan() {
        String body = body(Examples.passed());

        assertTrue(body.contains("class=\"verdict good\""));
        assertTrue(body.contains("The 8 tests below were ranked by values that passed the skill gate"));
        assertTrue(body.contains("R2 0.612, 95 % interval 0.481 to 0.724, out of fold"));
        assertTrue(body.contains("rank correlation 0.438, out of bag; p = 0.001"));
        Examples.passed().plan().notes().forEach(note -> assertTrue(body.contains(note), note));
        assertTrue(body.contains("What the past tests were worth"));
    }

    @Test
    void pricesOfRulesAndOfDiversityAreTables() {
        RankingReport bare = Examples.withoutValues();
        assertFalse(body(bare).contains("id=\"prices\""), "nothing to tell");
        Plan plan = bare.plan();
        Plan priced = new Plan(
                plan.asked(),
                plan.used(),
                plan.picks(),
                plan.gate(),
                plan.valuation(),
                plan.notes(),
                List.of(new RulePrice("--where 'mass < 2000'", 1.5, .123, Double.NaN, 4)),
                List.of(new DiversityPrice(1, 0, .25, .9), new DiversityPrice(5, .0456, 1.5, .8589)));

        String body = body(Examples.report(bare.history(), bare.candidates(), priced));

        assertTrue(body.contains("<th scope=\"row\">--where 'mass &lt; 2000'</th>"), body);
        assertTrue(body.contains(">12.3 %</td>"));
        assertTrue(body.contains(">4.6 %</td>"));
        assertTrue(body.contains(">0.859</td>"));
        assertTrue(body.contains(">1.50</td>"));
    }

    @Test
    void failedGateSaysWhatWasDoneInstead() {
        String body = body(Examples.failed());

        assertTrue(body.contains("class=\"verdict caution\""));
        assertTrue(body.contains("Do not read this as a ranking by value."));
        assertTrue(body.contains("the value of a test cannot be predicted before it is run, better than by chance"));
        assertTrue(body.contains("so the 8 tests below were chosen by farthest-point"));
        assertTrue(body.contains("instead of value:lossval."));
        assertFalse(body.contains("the target model does not beat a constant"), "that half of the gate was passed");
    }

    @Test
    void failedGateThatWasOverruledIsCalledAGuess() {
        RankingReport good = Examples.passed();
        Plan plan = new Plan(
                "value:loo",
                "value:loo",
                good.plan().picks(),
                Optional.of(new SkillGate(Examples.POOR_BASE, Examples.POOR_SKILL)),
                good.plan().valuation(),
                List.of());

        String body = body(Examples.report(good.history(), good.candidates(), plan));

        assertTrue(body.contains("the order is no better than a guess"));
        assertTrue(body.contains("the target model does not beat a constant, and the value of a test cannot be"));
    }

    @Test
    void withoutValuesThereIsNoGateAndNoDistribution() {
        String body = body(Examples.withoutValues());

        assertTrue(body.contains("class=\"verdict neutral\""));
        assertTrue(body.contains("This strategy does not rank by value, so there was no skill gate to pass."));
        assertFalse(body.contains("class=\"checks\""));
        assertFalse(body.contains("What the past tests were worth"));
        assertFalse(body.contains(">Expected value<"));
        assertTrue(body.contains("This strategy expects no values and gives no probability of being in the batch."));
    }

    @Test
    void costsAreSummedAndWrittenForPeople() {
        RankingReport report = Examples.withoutValues();
        double total = report.plan().totalCost();

        assertTrue(total > 1_000_000 && total < 10_000_000, "of the made-up prices");
        String digits = Long.toString((long) total);
        String written = digits.charAt(0) + "\u202f" + digits.substring(1, 4) + "\u202f" + digits.substring(4);
        assertTrue(body(report).contains("Total cost: " + written + " EUR for 8 tests."));
    }

    @Test
    void unknownNumbersAreADashAndNeverZero() {
        RankingReport good = Examples.passed();
        Pick first = good.plan().picks().get(0);
        Pick unknown = new Pick(
                first.candidate(),
                first.id(),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                "",
                Double.NaN,
                Double.NaN,
                "");
        Plan plan = new Plan(
                "value:loo",
                "value:loo",
                List.of(unknown, good.plan().picks().get(1)),
                Optional.empty(),
                Optional.empty(),
                List.of());

        String body = body(Examples.report(good.history(), good.candidates(), plan));
        String row = body.substring(body.indexOf("<tbody>"), body.indexOf("</tr>", body.indexOf("<tbody>")));

        assertEquals(5, row.split(">–<", -1).length - 1, row);
        assertFalse(row.contains("NaN"));
        assertFalse(row.contains("0.00"));
        assertTrue(body.contains("Total cost: – EUR for 2 tests."), "an unknown price makes the total unknown");
    }

    @Test
    void hostileNamesStayText() {
        RankingReport report = Examples.hostile();

        String page = Reports.html(report);

        String outsideOfAttributes = body(report).replaceAll("=\"[^\"]*\"", "");
        assertFalse(outsideOfAttributes.contains("<img"));
        assertTrue(outsideOfAttributes.contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"));
        assertTrue(page.contains("\\u003c/script>\\u003cimg src=x onerror=alert(1)>\\\""), "in the data of the chart");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void anyNumberOfNumericSettingsIsDrawnOrExplained(int numeric) {
        Schema schema = new Schema(List.of(
                new Column("id", Kind.TEXT, Role.ID, ""),
                new Column("p", Kind.NUMERIC, numeric > 0 ? Role.CONFIGURABLE : Role.IGNORED, ""),
                new Column("q", Kind.NUMERIC, numeric > 1 ? Role.CONFIGURABLE : Role.IGNORED, "")));
        Table table = Examples.table(schema, new String[] {"A", "1", "3"}, new String[] {"B", "", "4"});
        Plan plan = new Plan("random", "random", List.of(), Optional.empty(), Optional.empty(), List.of());
        Picture picture = numeric == 0
                ? null
                : Page.of(Examples.report(table, table, plan)).chart().orElseThrow();

        String page = Reports.html(Examples.report(table, table, plan));

        assertEquals(numeric == 0, page.contains("No column is configurable"));
        assertTrue(page.contains("Nothing to buy"));
        if (picture != null) {
            assertEquals(numeric == 1 ? Picture.STRIP : "1", picture.y());
        }
    }

    @Test
    void sameReportSameBytes() {
        assertEquals(Reports.html(Examples.passed()), Reports.html(Examples.passed()));
    }

    @Test
    void twoHundredTestsFitInAMegabyte() {
        int bytes = Reports.html(Examples.passed()).getBytes(StandardCharsets.UTF_8).length;

        assertTrue(bytes < 1_000_000, bytes + " bytes");
    }

    @Test
    void manyPointsAreSampledAndThePageSaysSo() {
        RankingReport report = Examples.passed(12_000, 9_000);

        Picture picture = Page.of(report).chart().orElseThrow();

        assertEquals(
                "To keep the chart quick, a fixed random sample of 5000 of the 12\u202f000 past tests is drawn, and a fixed"
                        + " random sample of 5000 of the 8992 candidates is drawn; every pick is drawn.",
                picture.sampled());
        assertEquals(10_008, picture.json().split("\"[VC]\\d+\"", -1).length - 1);
        assertTrue(Reports.html(report).contains("12\u202f000 past tests; half of the values"));
    }

    @Test
    void manySettingsThatAllPicksShareAreSaidOnce() {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < 8; c++) {
            columns.add(new Column("c" + c, Kind.NUMERIC, Role.CONFIGURABLE, "mm"));
        }
        String[] one = {"1", "2", "3", "4", "5", "6", "7", "8"};
        String[] two = {"1", "2", "3", "4", "5", "6", "7", "9"};
        Table table = Examples.table(new Schema(columns), one, two);
        List<Pick> picks = List.of(
                new Pick(0, "0", 0.5, 0.4, 0.6, 0.5, "0", 1, 1, ""),
                new Pick(1, "1", 0.5, 0.4, 0.6, 0.5, "0", 1, 1, ""));
        Plan plan = new Plan("random", "random", picks, Optional.empty(), Optional.empty(), List.of());

        Ranking ranking = Page.of(Examples.report(table, table, plan)).ranking();

        assertEquals(
                "The same in all of these: c0 [mm] = 1, c1 [mm] = 2, c2 [mm] = 3, c3 [mm] = 4, c4 [mm] = 5, c5 [mm] = 6, c6 [mm] = 7.",
                ranking.shared());
        assertEquals(1, ranking.settings().size());
    }

    @Test
    void picksOfOtherTablesAreRefused() {
        RankingReport good = Examples.passed();
        Table shifted = good.candidates().select(new int[] {4, 3, 2, 1, 0});

        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> Examples.report(good.history(), shifted, good.plan()));

        assertEquals(
                "pick C0005 is candidate number 4, which is called C0001. Maybe rows were dropped after the table was read?",
                e.getMessage());
    }
}
