package assay.campaigns.cli;

import assay.acquisition.DiversityPrice;
import assay.acquisition.Pick;
import assay.acquisition.Plan;
import assay.acquisition.Role;
import assay.acquisition.RulePrice;
import assay.acquisition.Valuation;
import assay.acquisition.batch.Rule;
import assay.campaigns.csv.CsvWriter;
import assay.campaigns.csv.OutputFile;
import assay.campaigns.csv.Problem;
import assay.reports.RankingReport;
import assay.reports.Reports;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A plan as file, page, text and JSON.
 *
 * @param plan with what each pick is like in its reason
 * @param neighbours of each pick
 * @param warnings of the input files
 */
record PlanOutput(
        AssayCommand root,
        Plan plan,
        List<Likeness.Neighbours> neighbours,
        KnownTests tests,
        PoolFile pool,
        Terms terms,
        Modelling modelling,
        List<Problem> warnings) {

    static PlanOutput of(
            AssayCommand root,
            Plan plan,
            KnownTests tests,
            PoolFile pool,
            Terms terms,
            Modelling modelling,
            List<Problem> warnings) {
        List<Likeness.Neighbours> neighbours = new Likeness(tests, pool, terms.pending()).of(plan);
        List<Pick> picks = IntStream.range(0, neighbours.size())
                .mapToObj(i -> told(plan.picks().get(i), neighbours.get(i)))
                .toList();
        return new PlanOutput(root, plan.withPicks(picks), neighbours, tests, pool, terms, modelling, warnings);
    }

    private static Pick told(Pick pick, Likeness.Neighbours neighbours) {
        String like = neighbours.describe();
        return like.isEmpty() ? pick : pick.withReason(pick.reason() + "; " + like);
    }

    private static final List<String> HEADER = List.of(
            "rank",
            "id",
            "expected_value",
            "lower",
            "upper",
            "p_in_batch",
            "nearest_past",
            "distance",
            "cost",
            "reason");

    void write(Path out) {
        Iterable<List<String>> rows = () -> IntStream.range(0, plan.picks().size())
                .mapToObj(i -> row(i + 1, plan.picks().get(i)))
                .iterator();
        CsvWriter.write(out, HEADER, rows);
    }

    private List<String> row(int rank, Pick pick) {
        return List.of(
                Integer.toString(rank),
                pick.id(),
                CsvWriter.cell(pick.expectedValue()),
                CsvWriter.cell(pick.lower()),
                CsvWriter.cell(pick.upper()),
                CsvWriter.cell(pick.probabilityInBatch()),
                pick.nearestPast(),
                CsvWriter.cell(pick.distance()),
                isPriced() ? CsvWriter.cell(pick.cost()) : "",
                pick.reason());
    }

    private boolean isPriced() {
        return pool.file().schema().indexOf(Role.COST).isPresent();
    }

    void writeReport(Path page, List<String> arguments) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("strategy", plan.asked());
        plan.valuation().map(Valuation::provenance).ifPresent(p -> settings.put("method", p));
        settings.put("model", modelling.model());
        settings.put("seed", Long.toString(root.seed().value()));
        settings.put("known tests", Integer.toString(tests.known().size()));
        settings.put("candidates", Integer.toString(pool.pool().size()));
        if (!terms.rules().isEmpty()) {
            settings.put("rules", terms.rules().list().stream().map(Rule::name).collect(Collectors.joining(", ")));
        }
        terms.pending()
                .ifPresent(file ->
                        settings.put("pending", String.join(", ", file.table().ids())));
        RankingReport report = new RankingReport(
                "Next tests for "
                        + tests.file().schema().columns(Role.TARGET).get(0).label(),
                plan,
                List.of(),
                tests.file().table(),
                pool.file().table(),
                isPriced() ? pool.file().schema().columns(Role.COST).get(0).unit() : "",
                new RankingReport.Origin(
                        new VersionProvider().getVersion()[0],
                        LocalDate.now().toString(),
                        "assay " + arguments.stream().map(PlanOutput::quoted).collect(Collectors.joining(" ")),
                        settings,
                        warnings.stream().map(Problem::describe).toList()));
        byte[] html = Reports.html(report).getBytes(StandardCharsets.UTF_8);
        new OutputFile(page).write(stream -> stream.write(html));
    }

    /** A word as a shell takes it. */
    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    void print(Path out, Optional<Path> page) {
        root.console().result(document(out, page), text(out, page));
    }

    private Map<String, Object> document(Path out, Optional<Path> page) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("strategy_asked", plan.asked());
        document.put("strategy_used", plan.used());
        plan.gate().ifPresent(gate -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("passed", gate.passed());
            json.put("base_skill", gate.base().name());
            json.put("base", known(gate.base().score()));
            json.put("base_lower", known(gate.base().lower()));
            json.put("base_upper", known(gate.base().upper()));
            json.put("secondary_correlation", known(gate.secondary().correlation()));
            json.put("secondary_chance", known(gate.secondary().chance()));
            json.put("secondary_p", known(gate.secondary().pValue()));
            document.put("gate", json);
        });
        document.put("notes", plan.notes());
        document.put("rules", terms.rules().list().stream().map(Rule::name).toList());
        document.put("pending", terms.pending().map(file -> file.table().ids()).orElse(List.of()));
        document.put(
                "rule_prices", plan.prices().stream().map(PlanOutput::price).toList());
        document.put(
                "diversity_prices",
                plan.diversity().stream().map(PlanOutput::price).toList());
        document.put("seed", root.seed().value());
        document.put("total_cost", known(isPriced() ? plan.totalCost() : Double.NaN));
        List<Map<String, Object>> picks = new ArrayList<>();
        for (int i = 0; i < plan.picks().size(); i++) {
            Pick pick = plan.picks().get(i);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("rank", i + 1);
            json.put("id", pick.id());
            json.put("expected_value", known(pick.expectedValue()));
            json.put("lower", known(pick.lower()));
            json.put("upper", known(pick.upper()));
            json.put("p_in_batch", known(pick.probabilityInBatch()));
            json.put("nearest_past", pick.nearestPast());
            json.put("distance", known(pick.distance()));
            json.put("cost", known(isPriced() ? pick.cost() : Double.NaN));
            json.put("reason", pick.reason());
            Likeness.Neighbours like = neighbours.get(i);
            json.put(
                    "tied",
                    pick.explanation().tied().isPresent()
                            ? (Object) pick.explanation().tied().getAsInt()
                            : NullNode.getInstance());
            json.put(
                    "drivers",
                    pick.explanation().drivers().stream()
                            .map(driver -> Map.of("test", driver.experiment(), "weight", known(driver.weight())))
                            .toList());
            json.put("like_past", like(Optional.of(like.past())));
            json.put("like_pending", like(like.pending()));
            json.put("like_in_batch", like(like.batch()));
            picks.add(json);
        }
        document.put("picks", picks);
        document.put("out", out.toString());
        page.ifPresent(file -> document.put("report", file.toString()));
        return document;
    }

    private static Object like(Optional<Likeness.Neighbour> neighbour) {
        return neighbour
                .<Object>map(
                        test -> Map.of("id", test.id(), "distance", known(test.distance()), "difference", test.text()))
                .orElse(NullNode.getInstance());
    }

    private static Map<String, Object> price(RulePrice price) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", price.rule());
        json.put("gain", known(price.gain()));
        json.put("gain_share", known(price.share()));
        json.put("expected_value", known(price.expectedValue()));
        json.put("other_picks", price.picks());
        return json;
    }

    private static Map<String, Object> price(DiversityPrice price) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("preselection", price.preselection());
        json.put("given_up", known(price.givenUp()));
        json.put("smallest_distance", known(price.spread()));
        json.put("expected_value", known(price.expectedValue()));
        return json;
    }

    /** A number to as many digits as in the file, or JSON's null where it is unknown. */
    private static JsonNode known(double number) {
        String cell = CsvWriter.cell(number);
        return cell.isEmpty() ? NullNode.getInstance() : DoubleNode.valueOf(Double.parseDouble(cell));
    }

    private List<String> text(Path out, Optional<Path> page) {
        List<String> lines = new ArrayList<>();
        lines.add(
                plan.used().equals(plan.asked())
                        ? "strategy: " + plan.used()
                        : "strategy: %s, asked for was %s".formatted(plan.used(), plan.asked()));
        plan.gate().ifPresent(gate -> {
            lines.add("skill gate: " + (gate.passed() ? "passed" : "NOT passed"));
            lines.add("  " + gate.describe());
        });
        plan.notes().forEach(note -> lines.add("note: " + note));
        lines.add("");
        int width = Math.max(
                2, plan.picks().stream().mapToInt(p -> p.id().length()).max().orElse(2));
        for (int i = 0; i < plan.picks().size(); i++) {
            Pick pick = plan.picks().get(i);
            String cost = isPriced() ? String.format(Locale.ROOT, "  cost %.2f", pick.cost()) : "";
            lines.add(String.format(
                    Locale.ROOT,
                    "%3d  %-" + width + "s  %s  %s%s",
                    i + 1,
                    pick.id(),
                    value(pick),
                    pick.reason(),
                    cost));
        }
        lines.add("");
        if (isPriced()) {
            lines.add(String.format(Locale.ROOT, "total cost %.2f", plan.totalCost()));
        }
        lines.add("plan in " + out + page.map(file -> ", report in " + file).orElse(""));
        return lines;
    }

    private static String value(Pick pick) {
        return Double.isNaN(pick.expectedValue())
                ? "nearest past test " + pick.nearestPast()
                : String.format(
                        Locale.ROOT,
                        "value %.2f [%.2f, %.2f], in the batch %.0f %%",
                        pick.expectedValue(),
                        pick.lower(),
                        pick.upper(),
                        100 * pick.probabilityInBatch());
    }
}
