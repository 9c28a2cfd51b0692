package assay.crash.format;

import assay.crash.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of an EV5 set: sections of records, one a line, fields between bars. Fields are found by position; short records
 * are those of older files, whose last fields are missing.
 */
final class Ev5Reader {

    private static final Map<String, List<String>> SECTIONS = Map.of(
            "TEST", NhtsaFields.TEST,
            "VEHICLE", NhtsaFields.VEHICLE,
            "BARRIER", NhtsaFields.BARRIER,
            "OCCUPANT", NhtsaFields.OCCUPANT,
            "RESTRAINT", NhtsaFields.RESTRAINT,
            "INSTRUMENTATION", NhtsaFields.INSTRUMENTATION);

    private static final String RULE = "-----";

    private Ev5Reader() {}

    /** @throws DamagedFileException if the file has no record of the test */
    static RawTest read(TextFile text, String id, Report report) {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        SECTIONS.keySet().forEach(section -> rows.put(section, new ArrayList<>()));
        String section = "";
        boolean ended = false;
        for (int i = 0; i < text.lines().size() && !ended; i++) {
            String line = text.lines().get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith(RULE)) {
                section = line.replace('-', ' ').strip();
                ended = section.equals("END");
                if (!ended && !section.equals("EV5") && !SECTIONS.containsKey(section)) {
                    report.add(
                            text.file(),
                            i + 1,
                            "",
                            "section " + Report.quote(section),
                            "a section of EV5",
                            "It was left out");
                }
            } else if (SECTIONS.containsKey(section)) {
                if (rows.get(section).size() == FileTree.MOST_RECORDS) {
                    throw new DamagedFileException(new Problem(
                            text.file(),
                            i + 1,
                            "",
                            "more records",
                            "at most " + FileTree.MOST_RECORDS + " in section " + section,
                            "The test was left out. Maybe it is not a crash test"));
                }
                rows.get(section).add(row(text.file(), i + 1, SECTIONS.get(section), line, report));
            } else if (section.isEmpty()) {
                throw new DamagedFileException(new Problem(
                        text.file(),
                        i + 1,
                        "",
                        Report.quote(line),
                        "----- EV5 -----",
                        "The test was left out. Maybe it is not an EV5 file"));
            }
        }
        if (!ended) {
            report.add(
                    text.file(),
                    text.lines().size(),
                    "",
                    "the end of the file",
                    "----- END -----",
                    "What comes behind is missing. Maybe the file was cut: fetch it again");
        }
        return test(text, id, rows, report);
    }

    private static Row row(String file, int line, List<String> fields, String text, Report report) {
        String[] cells = text.split("\\|", -1);
        int filled = cells.length;
        while (filled > 0 && cells[filled - 1].isBlank()) {
            filled--;
        }
        if (filled > fields.size()) {
            report.add(
                    file,
                    line,
                    "",
                    filled + " fields",
                    "at most " + fields.size(),
                    "The last ones were left out. Maybe a text contains a bar");
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(filled, fields.size()); i++) {
            row.put(fields.get(i), cells[i]);
        }
        return Row.of(file, line, row);
    }

    private static RawTest test(TextFile text, String id, Map<String, List<Row>> rows, Report report) {
        List<Row> tests = rows.get("TEST");
        if (tests.size() != 1) {
            throw new DamagedFileException(new Problem(
                    text.file(),
                    tests.isEmpty() ? text.lines().size() : tests.get(1).line(),
                    "",
                    tests.size() + " records in section TEST",
                    "one",
                    "The test was left out. Maybe the file was cut: fetch it again"));
        }
        Row test = tests.get(0);
        List<Row> channels = rows.get("INSTRUMENTATION");
        String total = test.text("TOTCRV");
        if (!total.isEmpty() && Decimals.parse(total).orElse(-1) != channels.size()) {
            report.add(
                    text.file(),
                    test.line(),
                    "TOTCRV",
                    Report.quote(total),
                    channels.size() + ", the records of section INSTRUMENTATION",
                    "Maybe records are missing: fetch it again");
        }
        return new RawTest(
                text.file(),
                id,
                test,
                rows.get("VEHICLE"),
                rows.get("BARRIER"),
                rows.get("OCCUPANT"),
                rows.get("RESTRAINT"),
                channels,
                List.of());
    }
}
