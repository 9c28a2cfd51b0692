package assay.crash.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the headers of an ISO-MME set say, in NHTSA's field names.
 *
 * @param header of the test
 * @param ours what it says in descriptors of our own
 */
record IsoTest(IsoHeader header, Map<String, Map<String, String>> ours) {

    /** Speeds are m/s and masses kg, unless a unit stands behind the number, as some laboratories write it. */
    private static final Pattern QUANTITY = Pattern.compile("([-+0-9.eE]+)\\s*([A-Za-z].*)?");

    private static final double KM_PER_HOUR = 3.6;
    private static final int MOST_OBJECTS = 9;
    private static final int MOST_RECORDS = 1000;

    private static final Map<String, String> TEST = Map.of(
            "title", "TITLE",
            "laboratory name", "TSTPRF",
            "laboratory test ref. number", "TSTREF",
            "type of the test", "TSTTYPD",
            "subtype of the test", "TSTCFND",
            "date of the test", "TSTDAT",
            "reference temperature", "TEMP");

    private static final Map<String, String> CHANNEL = Map.of(
            "comments", "INSCOM",
            "cut off frequency", "PREFIL",
            "transducer type", "INSMAN",
            "channel amplitude class", "INSRAT");

    private static final Map<String, String> STATUS = Map.of(
            "ok", "AM",
            "channel failed", "CF",
            "meaningless data", "MN",
            "no data", "NO",
            "questionable data", "QD",
            "scaling factor applied", "SC",
            "system failed", "SF");

    static IsoTest of(IsoHeader header) {
        return new IsoTest(header, header.extensions());
    }

    RawTest raw(String id, List<Row> channels) {
        Map<String, String> own = ours.getOrDefault("TEST", Map.of());
        List<Row> vehicles = records("VEHICLE");
        List<Row> barriers = records("BARRIER");
        if (vehicles.isEmpty()) {
            objects(vehicles, barriers);
        }
        return new RawTest(
                header.file(),
                id,
                Row.of(header.file(), 1, own).merge(test(own.isEmpty())),
                vehicles,
                barriers,
                records("OCCUPANT"),
                records("RESTRAINT"),
                channels,
                header.all("Comments"));
    }

    /** @param complete whether descriptors without a name of NHTSA's are kept under their own */
    private Row test(boolean complete) {
        Map<String, String> cells = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (IsoHeader.Entry entry : header.entries()) {
            String field = TEST.getOrDefault(entry.descriptor(), complete ? entry.descriptor() : "");
            boolean own = entry.descriptor().equals("comments")
                    || entry.descriptor().startsWith(IsoHeader.EXTENSION.toLowerCase(Locale.ROOT));
            if (!field.isEmpty() && !own && !entry.value().isEmpty()) {
                cells.putIfAbsent(field, entry.value());
                lines.putIfAbsent(field, entry.line());
            }
        }
        return new Row(header.file(), 1, cells, lines);
    }

    /** Records that we wrote ourselves. */
    private List<Row> records(String section) {
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i <= MOST_RECORDS; i++) {
            Map<String, String> cells = ours.getOrDefault(section + " " + i, Map.of());
            if (cells.isEmpty()) {
                break;
            }
            rows.add(Row.of(header.file(), 1, cells));
        }
        return rows;
    }

    /** Test objects of type B are barriers, the others vehicles. */
    private void objects(List<Row> vehicles, List<Row> barriers) {
        for (int i = 1; i <= MOST_OBJECTS; i++) {
            String name = header.get("Name of test object " + i);
            String speed = header.get("Velocity test object " + i);
            String mass = header.get("Mass test object " + i);
            if (name.isEmpty() && speed.isEmpty() && mass.isEmpty()) {
                continue;
            }
            int line = header.line("Name of test object " + i);
            if (header.get("Type of test object " + i).equalsIgnoreCase("B")) {
                barriers.add(Row.of(header.file(), line, Map.of("BARCOM", name)));
                continue;
            }
            Map<String, String> cells = new LinkedHashMap<>();
            cells.put("VEHNO", Integer.toString(i));
            cells.put("VEHCOM", name);
            cells.put("VEHSPD", kilometresPerHour(speed));
            cells.put("VEHTWT", withoutUnit(mass));
            cells.put("VIN", header.get("Ref. number of test object " + i));
            vehicles.add(Row.of(header.file(), line, cells));
        }
    }

    private static String kilometresPerHour(String speed) {
        Matcher matcher = QUANTITY.matcher(speed);
        if (!matcher.matches() || Decimals.parse(matcher.group(1)).isEmpty()) {
            return speed;
        }
        double number = Decimals.parse(matcher.group(1)).getAsDouble();
        boolean metres = matcher.group(2) == null || matcher.group(2).strip().equals("m/s");
        return NhtsaRows.number(metres ? number * KM_PER_HOUR : number);
    }

    private static String withoutUnit(String quantity) {
        Matcher matcher = QUANTITY.matcher(quantity);
        return matcher.matches() ? matcher.group(1) : quantity;
    }

    /** @param listed what the list of channels says of it, {@code CODE / text} */
    static Row channel(int number, String listed, IsoHeader header, IsoCodes codes) {
        String code = header.get("Channel code");
        if (code.isEmpty() && listed.length() >= 16) {
            code = listed.substring(0, 16);
        }
        Map<String, String> cells = new LinkedHashMap<>(codes.fields(code));
        Map<String, Integer> lines = new LinkedHashMap<>();
        cells.put("ISO", code);
        if (!cells.containsKey("VEHNO")) {
            String object = header.get("Test object number");
            cells.put("VEHNO", object.isEmpty() ? "0" : object);
            lines.put("VEHNO", header.line("Test object number"));
        }
        CHANNEL.forEach((descriptor, field) -> {
            cells.put(field, withoutUnitIf(field, header.get(descriptor)));
            lines.put(field, header.line(descriptor));
        });
        if (cells.get("INSCOM").isEmpty()) {
            cells.put("INSCOM", header.get("Name of the channel"));
        }
        String status = header.get("Data status");
        boolean computed = header.get("Data source").equalsIgnoreCase("calculation");
        String known = STATUS.get(status.toLowerCase(Locale.ROOT));
        cells.put("DASTAT", "AM".equals(known) && computed ? "CM" : known == null ? "" : known);
        cells.put("DASTATD", known == null ? status : "");
        cells.putAll(header.extensions().getOrDefault("CHANNEL", Map.of()));
        cells.put("CURNO", Integer.toString(number));
        String label = header.get("Unit");
        IsoUnit.of(label)
                .ifPresentOrElse(unit -> cells.put("YUNITS", unit.code()), () -> cells.putIfAbsent("YUNITS", label));
        return new Row(header.file(), 1, cells, lines);
    }

    private static String withoutUnitIf(String field, String value) {
        return field.equals("PREFIL") ? withoutUnit(value) : value;
    }

    /** Whether a channel holds the times of others. */
    static boolean isTime(IsoHeader header) {
        String code = header.get("Channel code");
        return IsoCodes.isCode(code) && code.substring(12, 14).equalsIgnoreCase("TI");
    }
}
