package assay.crash.format;

import assay.crash.Channel;
import assay.crash.CrashTest;
import assay.crash.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The description of a test in JSON, in any of NHTSA's three dialects, with the samples in files {@code vNNNNNtsv.CCC}: whole
 * tests as the service {@code metadata} replies and as the web site exports them, or one file a section from the
 * {@code get-*} services.
 *
 * @param paths of the description, at least one
 */
record JsonSet(FileTree tree, String id, List<String> paths) implements TestFiles {

    private static final List<String> SECTIONS =
            List.of("TEST", "VEHICLE", "BARRIER", "OCCUPANT", "RESTRAINT", "INSTRUMENTATION");

    /**
     * Reads all JSON files once, to see which of them belong together.
     *
     * @param problems gets those of files that are not JSON
     */
    static List<TestFiles> find(FileTree tree, List<Problem> problems) {
        List<TestFiles> whole = new ArrayList<>();
        Map<String, List<String>> parts = new LinkedHashMap<>();
        for (String path : tree.paths()) {
            if (!path.toLowerCase(Locale.ROOT).endsWith(".json")) {
                continue;
            }
            try {
                JsonValue json = parse(tree, path);
                List<JsonValue> documents = documents(json);
                for (JsonValue document : documents) {
                    whole.add(new JsonSet(tree, id(document, path), List.of(path)));
                }
                List<ApiReply> replies = documents.isEmpty() ? ApiReply.of(path, json) : List.of();
                for (ApiReply reply : replies) {
                    parts.computeIfAbsent(reply.test(), test -> new ArrayList<>())
                            .add(path);
                }
                if (documents.isEmpty() && replies.isEmpty() && !json.has("meta")) {
                    problems.add(new Problem(
                            tree.describe(path),
                            json.line(),
                            "",
                            "no section TEST and no reply of NHTSA",
                            "the description of a crash test",
                            "It was left out. Maybe it belongs to something else"));
                }
            } catch (DamagedFileException e) {
                problems.add(e.problem());
            }
        }
        parts.forEach((test, paths) -> whole.add(new JsonSet(tree, test, paths)));
        return whole;
    }

    private static JsonValue parse(FileTree tree, String path) {
        return JsonValue.parse(tree.describe(path), TextFile.decode(tree.read(path, FileTree.LARGEST_DESCRIPTION)));
    }

    /** Whole tests: the file itself, or its results. */
    private static List<JsonValue> documents(JsonValue json) {
        List<JsonValue> candidates = json.has("results") ? json.get("results").objects() : json.objects();
        return candidates.stream().filter(candidate -> candidate.has("TEST")).toList();
    }

    private static String id(JsonValue document, String path) {
        List<JsonValue> test = document.get("TEST").objects();
        String number = test.isEmpty() ? "" : test.get(0).get("TSTNO").text().strip();
        return RawTest.isNumber(number) ? RawTest.id("v" + number) : RawTest.id(FileTree.stem(FileTree.name(path)));
    }

    @Override
    public String header() {
        return tree.describe(paths.get(0));
    }

    @Override
    public CrashTest read(NhtsaWords words, Predicate<Channel> wanted) {
        Report report = new Report();
        Map<String, List<Row>> rows = new HashMap<>();
        SECTIONS.forEach(section -> rows.put(section, new ArrayList<>()));
        for (String path : paths) {
            JsonValue json = parse(tree, path);
            List<JsonValue> documents = documents(json);
            documents.stream()
                    .filter(document -> id(document, path).equals(id))
                    .limit(1)
                    .forEach(document -> SECTIONS.forEach(section -> document.get(section).objects().stream()
                            .map(object -> object.row(tree.describe(path)))
                            .forEach(rows.get(section)::add)));
            if (documents.isEmpty()) {
                ApiReply.of(path, json).stream()
                        .filter(reply -> reply.test().equals(id))
                        .forEach(reply -> reply.rows().stream()
                                .map(row -> new Row(tree.describe(path), row.line(), row.cells(), row.lines()))
                                .forEach(rows.get(reply.section())::add));
            }
        }
        RawTest raw = raw(rows, report);
        return words.test(raw, SampleFiles.of(tree, this::sampleFiles, raw, report), wanted, report);
    }

    private RawTest raw(Map<String, List<Row>> rows, Report report) {
        if (rows.get("TEST").isEmpty()
                || rows.get("VEHICLE").isEmpty() && rows.get("INSTRUMENTATION").isEmpty()) {
            throw new DamagedFileException(new Problem(
                    header(),
                    0,
                    "",
                    "only sections "
                            + SECTIONS.stream()
                                    .filter(section -> !rows.get(section).isEmpty())
                                    .toList()
                            + " of test " + id,
                    "TEST, and VEHICLE or INSTRUMENTATION",
                    "The test was left out. Maybe fetch the others, or the reply of metadata/" + id));
        }
        Row test = merge(rows.get("TEST"), List.of("TSTNO")).get(0);
        List<Row> channels =
                merge(rows.get("INSTRUMENTATION").stream().map(JsonSet::curve).toList(), List.of("CURNO"));
        String total = test.text("TOTCRV");
        if (!total.isEmpty() && Decimals.parse(total).orElse(-1) != channels.size()) {
            report.add(
                    test.file(),
                    test.lineOf("TOTCRV"),
                    "TOTCRV",
                    Report.quote(total),
                    channels.size() + ", the records of section INSTRUMENTATION",
                    "Maybe pages are missing: fetch them again");
        }
        return new RawTest(
                header(),
                id,
                test,
                merge(rows.get("VEHICLE"), List.of("VEHNO")),
                rows.get("BARRIER"),
                merge(rows.get("OCCUPANT"), List.of("VEHNO", "OCCLOC", "OCCLOCD")),
                number(rows.get("RESTRAINT")),
                channels,
                List.of());
    }

    /** The exported files call the number of a curve CURVE. */
    private static Row curve(Row row) {
        if (row.cells().containsKey("CURNO") || !row.cells().containsKey("CURVE")) {
            return row;
        }
        Map<String, String> cells = new LinkedHashMap<>(row.cells());
        cells.put("CURNO", cells.remove("CURVE"));
        return new Row(row.file(), row.line(), cells, row.lines());
    }

    /** One row for all rows that agree in the key: services tell some things of a vehicle here and others there. */
    private static List<Row> merge(List<Row> rows, List<String> key) {
        Map<List<String>, Row> merged = new LinkedHashMap<>();
        for (Row row : rows) {
            merged.merge(key.stream().map(row::text).toList(), row, Row::merge);
        }
        return List.copyOf(merged.values());
    }

    /** Services do not number the restraints of a seat: they are in order. */
    private static List<Row> number(List<Row> rows) {
        Map<List<String>, Integer> seats = new HashMap<>();
        List<Row> numbered = new ArrayList<>();
        for (Row row : rows) {
            int number =
                    seats.merge(List.of(row.text("VEHNO"), row.text("OCCLOC"), row.text("OCCLOCD")), 1, Integer::sum);
            numbered.add(row.merge(Row.of(row.file(), row.line(), Map.of("RSTNO", Integer.toString(number)))));
        }
        return numbered;
    }

    /** Beside the description, or in a folder TSV there. */
    private List<String> sampleFiles(int curve) {
        String folder = FileTree.folder(paths.get(0));
        String number = "0".repeat(Math.max(0, 5 - id.length())) + id;
        String name = String.format(Locale.ROOT, "v%stsv.%03d", number, curve);
        return List.of(folder + name, folder + "tsv/" + name);
    }
}
