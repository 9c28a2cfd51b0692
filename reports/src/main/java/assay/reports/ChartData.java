package assay.reports;

import assay.acquisition.Column;
import assay.acquisition.Kind;
import assay.acquisition.Pick;
import assay.acquisition.Role;
import assay.acquisition.Table;
import assay.acquisition.Valuation;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The points of the chart as JSON, column by column. A categorical cell is the position of its level, a missing cell is
 * null.
 *
 * @param past rows of the history to draw
 * @param pool rows of the candidates to draw, without the picks
 */
record ChartData(RankingReport report, List<Setting> settings, int[] past, int[] pool) {

    /** Safe between the tags of a script element: no {@code <} is left as it is. */
    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().replace("<", "\\u003c");
    }

    private void write(JsonGenerator json) throws IOException {
        Table history = report.history();
        Table candidates = report.candidates();
        int[] picks = report.plan().picks().stream().mapToInt(Pick::candidate).toArray();
        List<List<String>> levels = settings.stream()
                .map(s -> levels(history, s.inHistory(), candidates, s.inCandidates()))
                .toList();

        json.writeStartObject();
        json.writeArrayFieldStart("settings");
        for (int s = 0; s < settings.size(); s++) {
            writeColumn(json, settings.get(s).column(), levels.get(s));
        }
        json.writeEndArray();

        json.writeObjectFieldStart("past");
        writeIds(json, history, past);
        json.writeArrayFieldStart("cells");
        for (int s = 0; s < settings.size(); s++) {
            writeCells(json, history, past, settings.get(s).inHistory(), levels.get(s));
        }
        json.writeEndArray();
        Optional<Integer> target = history.schema().indexOf(Role.TARGET);
        if (target.isPresent()) {
            List<String> classes = levels(history, target.get(), history, target.get());
            json.writeFieldName("result");
            writeCells(json, history, past, target.get(), classes);
        }
        if (report.plan().valuation().isPresent()) {
            writeValues(json, report.plan().valuation().get());
        }
        json.writeEndObject();
        if (target.isPresent()) {
            json.writeFieldName("result");
            writeColumn(
                    json,
                    history.schema().columns().get(target.get()),
                    levels(history, target.get(), history, target.get()));
        }

        writePool(json, "candidates", pool, levels);
        writePool(json, "picks", picks, levels);
        json.writeEndObject();
    }

    private void writePool(JsonGenerator json, String name, int[] rows, List<List<String>> levels) throws IOException {
        json.writeObjectFieldStart(name);
        writeIds(json, report.candidates(), rows);
        json.writeArrayFieldStart("cells");
        for (int s = 0; s < settings.size(); s++) {
            writeCells(json, report.candidates(), rows, settings.get(s).inCandidates(), levels.get(s));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeColumn(JsonGenerator json, Column column, List<String> levels) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", column.name());
        json.writeStringField("unit", column.unit());
        json.writeStringField("label", column.label());
        if (column.kind() != Kind.NUMERIC) {
            json.writeArrayFieldStart("levels");
            for (String level : levels) {
                json.writeString(level);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void writeIds(JsonGenerator json, Table table, int[] rows) throws IOException {
        List<String> ids = table.ids();
        json.writeArrayFieldStart("ids");
        for (int row : rows) {
            json.writeString(ids.get(row));
        }
        json.writeEndArray();
    }

    private static void writeCells(JsonGenerator json, Table table, int[] rows, int column, List<String> levels)
            throws IOException {
        boolean numeric = table.schema().columns().get(column).kind() == Kind.NUMERIC;
        Map<String, Integer> positions = new HashMap<>();
        for (String level : levels) {
            positions.put(level, positions.size());
        }
        json.writeStartArray();
        for (int row : rows) {
            if (table.isMissing(row, column)) {
                json.writeNull();
            } else if (numeric) {
                writeNumber(json, table.number(row, column));
            } else {
                json.writeNumber(positions.get(table.text(row, column)));
            }
        }
        json.writeEndArray();
    }

    /** Value of every drawn past test, and the share of valued tests that are worth no more; null if not valued. */
    private void writeValues(JsonGenerator json, Valuation valuation) throws IOException {
        Map<String, Integer> rowOf = new HashMap<>();
        for (int row = 0; row < valuation.size(); row++) {
            rowOf.putIfAbsent(valuation.id(row), row);
        }
        List<String> ids = report.history().ids();
        int[] valued = Arrays.stream(past)
                .map(row -> rowOf.getOrDefault(ids.get(row), -1))
                .toArray();
        json.writeArrayFieldStart("value");
        for (int row : valued) {
            writeNumber(json, row < 0 ? Double.NaN : valuation.value(row));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("worth");
        for (int row : valued) {
            double below = valuation.size() - (row < 0 ? 0 : valuation.rank(row));
            writeNumber(
                    json, row < 0 ? Double.NaN : Math.rint(1000 * below / Math.max(1, valuation.size() - 1)) / 1000);
        }
        json.writeEndArray();
    }

    private static void writeNumber(JsonGenerator json, double number) throws IOException {
        if (!Double.isFinite(number)) {
            json.writeNull();
        } else if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            json.writeNumber((long) number);
        } else {
            json.writeNumber(number);
        }
    }

    private static List<String> levels(Table one, int inOne, Table other, int inOther) {
        if (one.schema().columns().get(inOne).kind() == Kind.NUMERIC) {
            return List.of();
        }
        SortedSet<String> levels = new TreeSet<>();
        for (int row = 0; row < one.size(); row++) {
            levels.add(one.text(row, inOne));
        }
        for (int row = 0; row < other.size(); row++) {
            levels.add(other.text(row, inOther));
        }
        levels.remove("");
        return List.copyOf(levels);
    }
}
