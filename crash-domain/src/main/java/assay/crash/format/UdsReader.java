package assay.crash.format;

import assay.crash.Problem;
import assay.crash.Signal;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The reading of one UDS file. Confined to one thread. */
final class UdsReader {

    private static final String CUT = "Maybe the file was cut: fetch it again";
    private static final String HEADER = "UDS-1992";
    private static final String SECOND = "CMP-2 HDR";
    private static final String CURVE = "CURVE HDR";
    private static final String Y = "Y DATA";
    private static final String X = "X DATA";
    private static final int NAME = 12;
    private static final int PER_RECORD = 125;

    private final String file;
    private final byte[] bytes;
    private final Report report;
    private UdsNumbers form = UdsNumbers.IEEE;
    private String units = "";
    private int declared;
    private final List<Row> vehicles = new ArrayList<>();
    private final List<Row> occupants = new ArrayList<>();
    private final List<Row> restraints = new ArrayList<>();
    private final List<UdsFile.Curve> curves = new ArrayList<>();

    private UdsReader(String file, byte[] bytes, Report report) {
        this.file = file;
        this.bytes = bytes;
        this.report = report;
    }

    /** @throws DamagedFileException if it does not begin with a header */
    static UdsFile read(String file, byte[] bytes, Report report) {
        return new UdsReader(file, bytes, report).read();
    }

    private UdsFile read() {
        int records = bytes.length / UdsRecord.LENGTH;
        if (records == 0 || !name(0).equals(HEADER)) {
            throw damaged(1, "", records == 0 ? bytes.length + " bytes" : Report.quote(name(0)), "UDS-1992");
        }
        Row test = header();
        int next = 1;
        if (records > next && name(next).equals(SECOND)) {
            UdsRecord record = record(next);
            record.skip(NAME);
            component(record, next);
            next++;
        }
        while (next < records) {
            if (!name(next).equals(CURVE)) {
                problem(next + 1, "", Report.quote(name(next)), CURVE, "The rest of the file was left out");
                break;
            }
            if (curves.size() == FileTree.MOST_RECORDS) {
                problem(next + 1, "", "more curves", "at most " + FileTree.MOST_RECORDS, "The rest was left out");
                break;
            }
            next = curve(next, records);
        }
        if (bytes.length % UdsRecord.LENGTH != 0) {
            problem(records + 1, "", bytes.length + " bytes", "records of 512 bytes", CUT);
        }
        return new UdsFile(file, declared, test, vehicles, occupants, restraints, curves);
    }

    private UdsRecord record(int index) {
        return new UdsRecord(bytes, index * UdsRecord.LENGTH, form);
    }

    private String name(int index) {
        return new String(bytes, index * UdsRecord.LENGTH, NAME, StandardCharsets.ISO_8859_1).strip();
    }

    private DamagedFileException damaged(int record, String field, String found, String expected) {
        return new DamagedFileException(
                new Problem(file, record, field, found, expected, "The file was left out. Maybe it is not a UDS file"));
    }

    private void problem(int record, String field, String found, String expected, String cure) {
        report.add(file, record, field, found, expected, cure);
    }

    private Row header() {
        UdsRecord peek = record(0);
        peek.skip(NAME + 4 + 10);
        String numbers = peek.text(5);
        form = UdsNumbers.of(numbers)
                .orElseThrow(() -> damaged(1, "NUMFORM", Report.quote(numbers), "IEEE, SUN or VAX"));
        UdsRecord record = record(0);
        record.skip(NAME);
        declared = record.integer();
        record.skip(10 + 5);
        units = record.text(3);
        Map<String, String> test = new LinkedHashMap<>();
        test.put("TSTSRC", record.text(15));
        test.put("TSTNO", record.whole());
        test.put("TSTNAM", record.text(12));
        test.put("TITLE", record.text(70));
        test.put("TSTPRF", record.text(25));
        test.put("TSTREF", record.text(10));
        test.put("TSTCFN", record.text(3));
        test.put("IMPANG", record.decimal());
        test.put("CLSSPD", speed(record.real()));
        component(record, 0);
        return Row.of(file, 1, test);
    }

    private void component(UdsRecord record, int index) {
        String number = Integer.toString(vehicles.size() + occupants.size() + 1);
        Map<String, String> vehicle = new LinkedHashMap<>();
        int component = record.integer();
        String vehicleNumber = component >= 1 && component <= 9 ? Integer.toString(component) : number;
        String type = record.text(2);
        vehicle.put("VEHNO", vehicleNumber);
        vehicle.put("MODDSC", record.text(30));
        vehicle.put("MAKED", record.text(15));
        vehicle.put("MODELD", record.text(25));
        vehicle.put("YEAR", record.whole());
        vehicle.put("BODYD", record.text(25));
        vehicle.put("ENGINE", record.text(4));
        vehicle.put("VEHTWT", mass(record.real()));
        vehicle.put("VEHSPD", speed(record.real()));
        if (!type.equals("OC") && !(type.isEmpty() && vehicle.get("MAKED").isEmpty())) {
            vehicles.add(Row.of(file, index + 1, vehicle));
        }
        Map<String, String> occupant = new LinkedHashMap<>();
        occupant.put("VEHNO", vehicleNumber);
        occupant.put("OCCTYPD", record.text(6));
        occupant.put("OCCAGE", record.whole());
        occupant.put("OCCSEX", record.text(1));
        occupant.put("OCCWT", mass(record.real()));
        occupant.put("DUMSIZ", record.text(2));
        List<String> restraintTypes = List.of(record.text(20), record.text(20));
        for (String field : List.of("HIC", "T1", "T2", "HICDTUP", "CLIP3M", "CSI")) {
            occupant.put(field, record.decimal());
        }
        occupant.put("AIS", record.text(1));
        if (!occupant.get("OCCTYPD").isEmpty()) {
            occupants.add(Row.of(file, index + 1, occupant));
            for (String restraint : restraintTypes) {
                if (!restraint.isEmpty()) {
                    restraints.add(Row.of(
                            file,
                            index + 1,
                            Map.of(
                                    "VEHNO", vehicleNumber,
                                    "RSTNO", Integer.toString(restraints.size() + 1),
                                    "RSTTYP", restraint)));
                }
            }
        }
    }

    private String speed(float speed) {
        double factor = units.equals("SI") ? 3.6 : units.equals("ENG") ? 1.609344 : 1;
        return decimal(speed, factor);
    }

    private String mass(float mass) {
        return decimal(mass, units.equals("ENG") ? 0.45359237 : 1);
    }

    private static String decimal(float number, double factor) {
        if (!Float.isFinite(number)) {
            return "";
        }
        return factor == 1 ? Float.toString(number) : Double.toString(number * factor);
    }

    /** @return index of the record behind the curve */
    private int curve(int index, int records) {
        UdsRecord record = record(index);
        record.skip(NAME);
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("ICHAN", record.whole());
        String pairs = record.text(10);
        cells.put("CURNO", record.whole());
        cells.put("CURNAM", record.text(12));
        cells.put("SENATT", record.text(30));
        cells.put("SENLOC", record.text(2));
        cells.put("SENNUM", record.whole());
        cells.put("BANDNO", record.whole());
        cells.put("GAGNO", record.whole());
        cells.put("AXIS", record.text(2));
        String quantity = record.text(20);
        cells.put("SENTYP", sensor(quantity));
        String label = record.text(20);
        record.skip(20);
        cells.put("XUNITSD", record.text(20));
        cells.put("DASTAT", record.text(20));
        cells.put("CURTYP", record.text(20));
        cells.put("INSCOM", record.text(70));
        cells.put("NFP", record.whole());
        cells.put("NLP", record.whole());
        float interval = record.real();
        cells.put("DELT", Float.isFinite(interval) ? micro(interval) : "");
        cells.put("INIVEL", speed(record.real()));
        cells.put("PREFIL", record.decimal());
        cells.put("VEHNO", vehicles.isEmpty() ? "0" : vehicles.get(0).text("VEHNO"));
        double factor = 1;
        Optional<IsoUnit> unit = quantity.toUpperCase(Locale.ROOT).startsWith("ACCELERATION")
                ? IsoUnit.of(label.replace("METERS", "m").replace("/SEC**2", "/s**2"))
                : Optional.empty();
        if (unit.isPresent()) {
            factor = unit.get().factor();
            cells.put("YUNITS", unit.get().code());
        } else {
            cells.put("YUNITS", label);
        }
        Row row = Row.of(file, index + 1, cells);
        int next = index + 1;
        while (next < records && (name(next).equals(Y) || name(next).equals(X))) {
            next++;
        }
        curves.add(new UdsFile.Curve(row, index + 1, samples(row, pairs.equals("X-Y"), index + 1, next, factor)));
        return next;
    }

    /** Seconds as a float have seven digits: those, in microseconds. */
    private static String micro(float seconds) {
        return new BigDecimal(Float.toString(seconds)).movePointRight(6).toPlainString();
    }

    private static String sensor(String quantity) {
        String word = quantity.toUpperCase(Locale.ROOT);
        return switch (word) {
            case "ACCELERATION" -> "AC";
            case "FORCE", "MOMENT" -> "LC";
            case "DISPLACEMENT" -> "DS";
            case "VELOCITY" -> "VL";
            case "ANGULAR VELOCITY" -> "AV";
            case "ANGULAR ACCELERATION" -> "AA";
            case "ANGULAR DISPLACEMENT" -> "AD";
            case "PRESSURE" -> "PR";
            default -> "";
        };
    }

    /** @param from first and to behind the last record of data */
    private Optional<Signal> samples(Row row, boolean pairs, int from, int to, double factor) {
        Optional<SampleRange> range = SampleRange.of(row, report);
        if (range.isEmpty()) {
            return Optional.empty();
        }
        int needed = (range.get().size() + PER_RECORD - 1) / PER_RECORD;
        List<Integer> ys = new ArrayList<>();
        List<Integer> xs = new ArrayList<>();
        for (int i = from; i < to; i++) {
            (name(i).equals(Y) ? ys : xs).add(i);
        }
        if (ys.size() != needed || xs.size() != (pairs ? needed : 0)) {
            problem(
                    from,
                    "NLP",
                    "%d records of Y and %d of X".formatted(ys.size(), xs.size()),
                    "%d and %d, from NFP to NLP".formatted(needed, pairs ? needed : 0),
                    "The samples were left out. " + CUT);
            return Optional.empty();
        }
        double[] samples = values(ys, range.get().size());
        if (pairs) {
            double[] times = values(xs, range.get().size());
            for (int k = 0; k < times.length; k++) {
                int sample = range.get().first() + k;
                if (!(Math.abs(times[k] / range.get().interval() - sample) < 0.5)) {
                    problem(
                            xs.get(k / PER_RECORD) + 1,
                            "DEL",
                            "time %s s".formatted(times[k]),
                            "%s s, which is sample %d of NFP and DEL"
                                    .formatted(sample * range.get().interval(), sample),
                            "The samples were left out");
                    return Optional.empty();
                }
            }
        }
        for (int k = 0; k < samples.length; k++) {
            if (Double.isInfinite(samples[k])) {
                problem(
                        ys.get(k / PER_RECORD) + 1,
                        "",
                        "an infinite sample",
                        "a number",
                        "The samples were left out. Maybe NUMFORM is wrong");
                return Optional.empty();
            }
            samples[k] *= factor;
        }
        return Optional.of(Signal.of(range.get().interval(), range.get().first(), samples));
    }

    private double[] values(List<Integer> records, int count) {
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            int at = records.get(k / PER_RECORD) * UdsRecord.LENGTH + NAME + 4 * (k % PER_RECORD);
            values[k] = form.real(bytes, at);
        }
        return values;
    }
}
