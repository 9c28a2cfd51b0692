package assay.campaigns.cli;

import assay.acquisition.Budget;
import assay.acquisition.Matrix;
import assay.acquisition.NearestName;
import assay.acquisition.Role;
import assay.acquisition.Situation;
import assay.acquisition.batch.Rule;
import assay.acquisition.batch.Rules;
import assay.campaigns.csv.InvalidDataException;
import assay.campaigns.csv.MissingPolicy;
import assay.campaigns.csv.Problem;
import assay.campaigns.csv.TableFile;
import assay.campaigns.rules.RuleReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * On what terms a batch is bought.
 *
 * @param rules on it
 * @param pending tests that are under way; absent if none were named
 * @param region where the product will be used; absent if nothing was said
 * @param warnings what should be looked at twice
 */
record Terms(Rules rules, Optional<TableFile> pending, Optional<Region> region, List<Problem> warnings) {

    /**
     * Where the product will be used.
     *
     * @param candidates for each whether it lies there
     * @param known for each known test likewise; absent if the condition cannot be told of them
     */
    record Region(List<Boolean> candidates, Optional<List<Boolean>> known) {

        static Region of(String text, RuleReader reader, KnownTests known) {
            boolean[] inside = reader.condition(text);
            if (IntStream.range(0, inside.length).noneMatch(i -> inside[i])) {
                throw new IllegalArgumentException(
                        "--region '%s': no candidate lies there, of %d".formatted(text.strip(), inside.length));
            }
            return new Region(list(inside), ofKnown(text, known));
        }

        /** Known tests may lack a column that candidates have, such as their price, or a cell. */
        private static Optional<List<Boolean>> ofKnown(String text, KnownTests known) {
            try {
                return Optional.of(list(new RuleReader(known.file()).condition(text)));
            } catch (IllegalArgumentException | InvalidDataException e) {
                return Optional.empty();
            }
        }

        Situation in(Situation situation) {
            return known.map(tests -> situation.withRegion(array(candidates), array(tests)))
                    .orElseGet(() -> situation.withRegion(array(candidates)));
        }

        private static List<Boolean> list(boolean[] answers) {
            return IntStream.range(0, answers.length).mapToObj(i -> answers[i]).toList();
        }

        private static boolean[] array(List<Boolean> answers) {
            boolean[] array = new boolean[answers.size()];
            IntStream.range(0, array.length).forEach(i -> array[i] = answers.get(i));
            return array;
        }
    }

    /**
     * Reads what the options say about these candidates.
     *
     * @throws RuntimeException usage errors, problems of the files named, or nothing to do if the rules leave no candidate
     */
    static Terms read(
            RuleOptions options, Usage usage, KnownTests known, PoolFile pool, MissingPolicy missing, Budget budget) {
        RuleReader reader = new RuleReader(pool.file());
        List<Rule> rules = new ArrayList<>();
        options.pin().forEach(id -> rules.add(Rule.pin("--pin " + id, candidate(usage, "--pin", id, known, pool))));
        options.where().forEach(text -> rules.add(usage.check(() -> reader.where(text))));
        options.forbid().forEach(text -> rules.add(usage.check(() -> reader.forbid(text))));
        options.quota().forEach(text -> rules.add(usage.check(() -> reader.quota(text))));
        options.limit().forEach(text -> rules.add(usage.check(() -> reader.limit(text))));
        options.ban().forEach(id -> rules.add(ban(id, candidate(usage, "--ban", id, known, pool), pool)));
        Optional<Region> region = options.region().map(text -> usage.check(() -> Region.of(text, reader, known)));

        List<Problem> warnings = new ArrayList<>();
        Optional<Underway> pending = options.pending().map(file -> Underway.read(file, known, pool, missing));
        Optional<Underway> failed = options.failed().map(file -> Underway.read(file, known, pool, missing));
        pending.ifPresent(tests -> {
            warnings.addAll(tests.warnings());
            rules.add(Rule.given("--pending " + options.pending().get(), not(tests.among(pool.file()))));
        });
        failed.ifPresent(tests -> {
            warnings.addAll(tests.warnings());
            if (!options.retriesFailed()) {
                rules.add(Rule.only("--failed " + options.failed().get(), not(tests.among(pool.file()))));
            }
        });
        options.repeats().ifPresent(most -> rules.addAll(repeats(most, known, pool)));
        reader.warnings()
                .forEach(warning -> warnings.add(Problem.ofFile(
                                pool.file().file().toString(),
                                "a rule with a word that no candidate has",
                                "words of the candidates",
                                warning)
                        .asWarning()));

        Rules all = Rules.of(rules);
        if (!all.isEmpty()) {
            refuseConflict(usage, all, pool, budget);
        }
        return new Terms(all, pending.map(Underway::tests), region, warnings);
    }

    private static void refuseConflict(Usage usage, Rules rules, PoolFile pool, Budget budget) {
        rules.conflict(pool.pool(), budget).ifPresent(conflict -> {
            String sets = conflict.sets().stream()
                    .map(set -> set.size() == 1 ? set.get(0) : String.join(" together with ", set))
                    .collect(Collectors.joining("; "));
            int candidates = pool.pool().size();
            if (conflict.leavesNothing()) {
                throw new NothingToDoException("no candidate of %d is left by %s".formatted(candidates, sets));
            }
            throw usage.error(
                    "no batch of at most %d of %d candidates can keep %s. Maybe a larger --batch, or one rule less?"
                            .formatted(budget.batch(), candidates, sets));
        });
    }

    private static int candidate(Usage usage, String option, String id, KnownTests known, PoolFile pool) {
        List<String> ids = pool.pool().ids();
        int candidate = ids.indexOf(id.strip());
        if (candidate < 0) {
            boolean tested = known.file().schema().indexOf(Role.ID).isPresent()
                    && known.known().ids().contains(id.strip());
            throw usage.error(("%s: there is no candidate %s. %s"
                            .formatted(
                                    option,
                                    id.strip(),
                                    tested
                                            ? "It is a known test. Maybe --repeats 1?"
                                            : NearestName.cure(id.strip(), ids)))
                    .strip());
        }
        return candidate;
    }

    private static Rule ban(String id, int candidate, PoolFile pool) {
        boolean[] allowed = new boolean[pool.pool().size()];
        IntStream.range(0, allowed.length).forEach(i -> allowed[i] = i != candidate);
        return Rule.only("--ban " + id.strip(), allowed);
    }

    private static boolean[] not(boolean[] answers) {
        boolean[] others = new boolean[answers.length];
        IntStream.range(0, others.length).forEach(i -> others[i] = !answers[i]);
        return others;
    }

    /** Settings that were tested k times were repeated k - 1 times. Those that are pending are not bought anyway. */
    private static List<Rule> repeats(int most, KnownTests known, PoolFile pool) {
        Map<List<String>, Integer> tested = new HashMap<>();
        List<List<String>> measured =
                Configurations.of(known.file().table(), pool.file().table());
        measured.forEach(settings -> tested.merge(settings, 1, Integer::sum));
        Map<List<String>, List<Integer>> again = new HashMap<>();
        List<List<String>> candidates =
                Configurations.of(pool.file().table(), pool.file().table());
        boolean[] allowed = new boolean[candidates.size()];
        for (int row = 0; row < allowed.length; row++) {
            List<String> settings = candidates.get(row);
            allowed[row] = tested.getOrDefault(settings, 0) <= most;
            if (tested.containsKey(settings) && allowed[row]) {
                again.computeIfAbsent(settings, s -> new ArrayList<>()).add(row);
            }
        }
        String name = "--repeats " + most;
        List<Rule> rules = new ArrayList<>(List.of(Rule.only(name, allowed)));
        again.forEach((settings, rows) -> {
            int left = most + 1 - tested.get(settings);
            if (rows.size() > left) {
                double[] ones = new double[allowed.length];
                rows.forEach(row -> ones[row] = 1);
                rules.add(Rule.total(name + " of " + pool.pool().ids().get(rows.get(0)), ones, 0, left));
            }
        });
        return rules;
    }

    /** What a strategy sees. */
    Situation situation(KnownTests known, PoolFile pool, int batch) {
        Situation situation = Situation.of(known.known(), pool.pool(), batch);
        Matrix underway = pending.map(
                        tests -> known.encoding().candidates(tests.table()).features())
                .orElse(situation.pending());
        Situation with = situation.withPending(underway);
        return region.map(declared -> declared.in(with)).orElse(with);
    }
}
