package assay.reports;

import assay.acquisition.BaseSkill;
import assay.acquisition.Column;
import assay.acquisition.Kind;
import assay.acquisition.Pick;
import assay.acquisition.Plan;
import assay.acquisition.Role;
import assay.acquisition.Schema;
import assay.acquisition.Seed;
import assay.acquisition.Skill;
import assay.acquisition.SkillGate;
import assay.acquisition.Table;
import assay.acquisition.Valuation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Made-up crash tests: the numbers look like a programme of frontal tests and mean nothing. */
final class Examples {

    static final BaseSkill GOOD_BASE = new BaseSkill("R2", 0.612, 0.481, 0.724);
    static final BaseSkill POOR_BASE = new BaseSkill("R2", 0.031, -0.142, 0.187);
    static final Skill GOOD_SKILL = new Skill(0.438, 0.124, 0.001);
    static final Skill POOR_SKILL = new Skill(0.071, 0.129, 0.214);
    static final SkillGate PASSED = new SkillGate(GOOD_BASE, GOOD_SKILL);
    static final SkillGate FAILED = new SkillGate(GOOD_BASE, POOR_SKILL);

    private static final Schema CANDIDATES = new Schema(List.of(
            new Column("test", Kind.TEXT, Role.ID, ""),
            new Column("mass", Kind.NUMERIC, Role.CONFIGURABLE, "kg"),
            new Column("speed", Kind.NUMERIC, Role.CONFIGURABLE, "km/h"),
            new Column("overlap", Kind.NUMERIC, Role.CONFIGURABLE, "%"),
            new Column("barrier", Kind.CATEGORICAL, Role.CONFIGURABLE, ""),
            new Column("load limiter", Kind.NUMERIC, Role.CONFIGURABLE, "kN"),
            new Column("price", Kind.NUMERIC, Role.COST, "EUR")));

    private static final Schema HISTORY;

    static {
        List<Column> columns = new ArrayList<>(CANDIDATES.columns());
        columns.set(6, new Column("ROLC_p", Kind.NUMERIC, Role.TARGET, "g"));
        HISTORY = new Schema(columns);
    }

    private static final String[] BARRIERS = {"rigid wall", "deformable (ODB)", "mobile (MPDB)"};
    private static final double[] SPEEDS = {40, 50, 56, 56.3, 64};
    private static final double[] OVERLAPS = {25, 40, 50, 100};

    private Examples() {}

    static Table history(int rows) {
        return crashes(HISTORY, rows, "V", new Seed(1));
    }

    static Table candidates(int rows) {
        return crashes(CANDIDATES, rows, "C", new Seed(2));
    }

    private static Table crashes(Schema schema, int rows, String prefix, Seed seed) {
        RandomGenerator random = seed.generator();
        String[][] texts = new String[7][rows];
        double[][] numbers = new double[7][rows];
        for (int row = 0; row < rows; row++) {
            boolean past = prefix.equals("V");
            double mass = 10 * Math.rint((past ? 1250 : 1100) / 10.0 + (past ? 90 : 140) * random.nextDouble());
            double speed = SPEEDS[random.nextInt(past ? 4 : 5)];
            double overlap = OVERLAPS[random.nextInt(4)];
            int barrier = random.nextInt(3);
            double limiter = Math.rint(20 + 40 * random.nextDouble()) / 10;
            double rolc = 8 + 0.35 * speed - 0.004 * (mass - 1500) + 0.03 * overlap - barrier + random.nextGaussian();
            double last = past ? Math.rint(rolc * 100) / 100 : 1000 * Math.rint(220 + 160 * random.nextDouble());
            double[] cells = {0, mass, speed, overlap, 0, limiter, last};
            for (int c = 0; c < 7; c++) {
                numbers[c][row] = cells[c];
                texts[c][row] =
                        cells[c] == Math.rint(cells[c]) ? Long.toString((long) cells[c]) : Double.toString(cells[c]);
            }
            texts[0][row] = String.format(Locale.ROOT, "%s%04d", prefix, row + 1);
            texts[4][row] = BARRIERS[barrier];
        }
        return Table.of(schema, rows, List.of(numbers), List.of(texts));
    }

    static Valuation valuation(Table history) {
        RandomGenerator random = new Seed(3).generator();
        double[] values = new double[history.size()];
        double[] errors = new double[history.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = 0.0021 + 0.0011 * random.nextGaussian() + 0.000004 * (history.number(row, 1) - 1700);
            errors[row] = 0.0002 + 0.0002 * random.nextDouble();
        }
        return new Valuation(history.ids(), values, errors, "lossval, 100 epochs, 20 retrainings");
    }

    /** Picks with predictions, every ninth candidate. */
    static List<Pick> picks(Table candidates, int count, int first) {
        List<Pick> picks = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int row = (first + 9 * k) % candidates.size();
            double value = 0.97 - 0.025 * k;
            picks.add(new Pick(
                    row,
                    candidates.ids().get(row),
                    value,
                    value - 0.11 - 0.01 * k,
                    Math.min(1, value + 0.06),
                    0.93 - 0.06 * k,
                    String.format(Locale.ROOT, "V%04d", 3 + 7 * k),
                    2.41 - 0.17 * k,
                    candidates.number(row, 6),
                    k % 3 == 0
                            ? "heavier than any past test at this speed"
                            : "worth more than %d %% of past tests, far from other picks".formatted(90 - 3 * k)));
        }
        return picks;
    }

    /** Picks of a strategy that predicts nothing. */
    static List<Pick> bare(Table candidates, int count) {
        return picks(candidates, count, 4).stream()
                .map(p -> new Pick(
                        p.candidate(),
                        p.id(),
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        p.nearestPast(),
                        p.distance(),
                        p.cost(),
                        "farthest from every known test"))
                .toList();
    }

    static RankingReport.Origin origin() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("seed", "42");
        settings.put("batch", "8");
        settings.put("budget", "3 000 000 EUR");
        settings.put("diversity", "coreset");
        settings.put("model", "compact");
        settings.put("epochs", "100");
        settings.put("threads", "2");
        return new RankingReport.Origin(
                "Assay 0.1.0",
                "2026-03-14 09:26 UTC",
                "assay --seed 42 rank --train tests.csv --candidates pool.csv --target ROLC_p --configurable"
                        + " mass,speed,overlap,barrier,\"load limiter\" --method lossval --batch 8 --budget 3000000 --out plan.csv"
                        + " --report plan.html",
                settings,
                List.of(
                        "3 tests without a ROLC_p were left out: V0201, V0202, V0203.",
                        "The newest tests are heavier than the older ones: a model of the past may not hold."));
    }

    static RankingReport passed() {
        return passed(200, 400);
    }

    static RankingReport passed(int past, int pool) {
        Table history = history(past);
        Table candidates = candidates(pool);
        return report(
                history,
                candidates,
                new Plan(
                        "value:lossval+coreset",
                        "value:lossval+coreset",
                        picks(candidates, 8, 4),
                        Optional.of(PASSED),
                        Optional.of(valuation(history)),
                        List.of(
                                "In a replay of this history the strategy was 2.1 % better than random, 95 % interval -0.4 % to"
                                        + " 4.7 %: not distinguishable from it.")));
    }

    static RankingReport failed() {
        Table history = history(200);
        Table candidates = candidates(400);
        return report(
                history,
                candidates,
                new Plan(
                        "value:lossval",
                        "farthest-point",
                        bare(candidates, 8),
                        Optional.of(FAILED),
                        Optional.of(valuation(history)),
                        List.of("Space filling was used instead of values.")));
    }

    static RankingReport withoutValues() {
        Table candidates = candidates(400);
        return report(
                history(200),
                candidates,
                new Plan(
                        "farthest-point",
                        "farthest-point",
                        bare(candidates, 8),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }

    static RankingReport report(Table history, Table candidates, Plan plan) {
        return new RankingReport(
                "Frontal crash programme, round 7",
                plan,
                plan.gate().isPresent() && plan.asked().equals(plan.used()) ? picks(candidates, 5, 3) : List.of(),
                history,
                candidates,
                "EUR",
                origin());
    }

    /** Names and cells that try to leave the text they belong in. */
    static RankingReport hostile() {
        String attack = "</script><img src=x onerror=alert(1)>\"'&<!--\u2028ü";
        Schema schema = new Schema(List.of(
                new Column(attack, Kind.TEXT, Role.ID, ""),
                new Column("a" + attack, Kind.NUMERIC, Role.CONFIGURABLE, attack),
                new Column("b" + attack, Kind.CATEGORICAL, Role.CONFIGURABLE, attack)));
        Table table = table(schema, new String[] {attack + 1, "1", attack}, new String[] {attack + 2, "2.5", "plain"});
        Plan plan = new Plan(
                attack,
                attack,
                List.of(new Pick(0, attack + 1, 0.5, 0.4, 0.6, 0.5, attack, 1, 1, attack)),
                Optional.empty(),
                Optional.of(new Valuation(table.ids(), new double[] {1, 2}, new double[] {1, Double.NaN}, attack)),
                List.of(attack));
        return new RankingReport(
                attack,
                plan,
                List.of(),
                table,
                table,
                attack,
                new RankingReport.Origin(attack, attack, attack, Map.of(attack, attack), List.of(attack)));
    }

    /** A table of texts whose numeric columns are parsed; empty cells are missing. */
    static Table table(Schema schema, String[]... rows) {
        List<double[]> numbers = new ArrayList<>();
        List<String[]> texts = new ArrayList<>();
        for (int c = 0; c < schema.columns().size(); c++) {
            double[] number = new double[rows.length];
            String[] text = new String[rows.length];
            for (int row = 0; row < rows.length; row++) {
                text[row] = rows[row][c];
                boolean numeric = schema.columns().get(c).kind() == Kind.NUMERIC && !text[row].isEmpty();
                number[row] = numeric ? Double.parseDouble(text[row]) : Double.NaN;
            }
            numbers.add(number);
            texts.add(text);
        }
        return Table.of(schema, rows.length, numbers, texts);
    }
}
