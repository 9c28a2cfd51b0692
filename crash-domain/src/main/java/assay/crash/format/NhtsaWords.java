package assay.crash.format;

import assay.crash.Barrier;
import assay.crash.Channel;
import assay.crash.Code;
import assay.crash.CrashTest;
import assay.crash.Occupant;
import assay.crash.Restraint;
import assay.crash.Signal;
import assay.crash.Vehicle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** From rows in NHTSA's field names to the words of {@code assay.crash}. */
final class NhtsaWords {

    private static final String NOT_MISSING = "Leave it empty where the value is not known";

    private final CodeTables tables;

    NhtsaWords(CodeTables tables) {
        this.tables = tables;
    }

    /** Where the samples of a channel come from. */
    @FunctionalInterface
    interface Samples {

        /**
         * @param row the channel's record
         * @return empty if there are none, with a problem in the report if there should be some
         */
        Optional<Signal> read(Channel channel, Row row, Report report);
    }

    /** @param wanted whose samples are read */
    CrashTest test(RawTest raw, Samples samples, Predicate<Channel> wanted, Report report) {
        Row row = raw.test();
        Cells cells = new Cells(row, report);
        List<Vehicle> vehicles = new ArrayList<>();
        raw.vehicles().forEach(v -> vehicle(v, report).ifPresent(vehicles::add));
        List<Occupant> occupants = new ArrayList<>();
        raw.occupants().forEach(o -> occupant(o, report).ifPresent(occupants::add));
        List<Restraint> restraints = new ArrayList<>();
        raw.restraints().forEach(r -> restraint(r, report).ifPresent(restraints::add));
        Optional<Barrier> barrier = raw.barriers().stream().findFirst().map(b -> barrier(b, report));
        List<Channel> channels = channels(raw, samples, wanted, report);
        checkVehicles(raw, vehicles, report);
        List<String> comments = new ArrayList<>();
        Optional.of(cells.text("TSTCOM")).filter(c -> !c.isEmpty()).ifPresent(comments::add);
        comments.addAll(raw.comments());
        return new CrashTest(
                raw.id(),
                cells.text("TITLE"),
                cells.code("TSTTYP", "TSTTYP"),
                cells.code("TSTCFN", "TSTCFN"),
                cells.date("TSTDAT"),
                cells.number("CLSSPD"),
                cells.number("IMPANG"),
                cells.number("OFFSET"),
                cells.code("TSTPRF", "TSTPRF"),
                cells.text("TSTREF"),
                vehicles,
                barrier,
                occupants,
                restraints,
                channels,
                comments,
                cells.others(),
                report.problems());
    }

    /** Reports those who sit in a vehicle that is not there, once a section and vehicle; vehicle 0 is the barrier. */
    private static void checkVehicles(RawTest raw, List<Vehicle> vehicles, Report report) {
        if (vehicles.isEmpty()) {
            return;
        }
        Set<Double> known = new HashSet<>(Set.of(0.));
        vehicles.forEach(vehicle -> known.add((double) vehicle.number()));
        for (List<Row> section : List.of(raw.occupants(), raw.restraints(), raw.channels())) {
            Set<Double> said = new HashSet<>(known);
            for (Row row : section) {
                OptionalDouble number = Decimals.parse(row.text("VEHNO"));
                if (number.isPresent() && said.add(number.getAsDouble())) {
                    report.add(
                            row.file(),
                            row.lineOf("VEHNO"),
                            "VEHNO",
                            Report.quote(row.text("VEHNO")),
                            "a vehicle of the test: "
                                    + vehicles.stream().map(Vehicle::number).toList(),
                            "The record was kept. Maybe a record of section VEHICLE is missing");
                }
            }
        }
    }

    private Optional<Vehicle> vehicle(Row row, Report report) {
        Cells cells = new Cells(row, report);
        OptionalInt number = cells.count("VEHNO");
        if (number.isEmpty()) {
            return Optional.empty();
        }
        Code make = cells.code("MAKE", "MAKE");
        return Optional.of(new Vehicle(
                number.getAsInt(),
                make,
                tables.model(make, cells.text("MODEL"), cells.text("MODELD")),
                cells.number("YEAR"),
                cells.code("BODY", "BODY"),
                cells.number("VEHTWT"),
                cells.number("CURBWT"),
                cells.number("WHLBAS"),
                cells.number("VEHLEN"),
                cells.number("VEHWID"),
                cells.number("VEHCG"),
                cells.number("VEHSPD"),
                cells.number("CRBANG"),
                cells.number("PDOF"),
                cells.number("CRHDST"),
                cells.text("VEHCOM"),
                cells.others()));
    }

    private Barrier barrier(Row row, Report report) {
        Cells cells = new Cells(row, report);
        return new Barrier(
                cells.code("BARRIG", "BARRIG"),
                cells.code("BARSHP", "BARSHP"),
                cells.number("BARANG"),
                cells.number("BARDIA"),
                cells.text("BARCOM"));
    }

    private Optional<Occupant> occupant(Row row, Report report) {
        Cells cells = new Cells(row, report);
        OptionalInt vehicle = cells.count("VEHNO");
        if (vehicle.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Occupant(
                vehicle.getAsInt(),
                cells.code("OCCLOC", "OCCLOC"),
                cells.code("OCCTYP", "OCCTYP"),
                cells.code("OCCSEX", "OCCSEX"),
                cells.code("DUMSIZ", "DUMSIZ"),
                cells.number("CS"),
                cells.number("HIC"),
                cells.number("T1"),
                cells.number("T2"),
                cells.number("CLIP3M"),
                cells.number("LFEM"),
                cells.number("RFEM"),
                cells.number("CSI"),
                cells.number("LBELT"),
                cells.number("SBELT"),
                cells.number("PELVG"),
                cells.text("OCCCOM"),
                cells.others()));
    }

    private Optional<Restraint> restraint(Row row, Report report) {
        Cells cells = new Cells(row, report);
        OptionalInt vehicle = cells.count("VEHNO");
        OptionalInt number = cells.count("RSTNO");
        if (vehicle.isEmpty() || number.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Restraint(
                vehicle.getAsInt(),
                cells.code("OCCLOC", "OCCLOC"),
                number.getAsInt(),
                cells.code("RSTTYP", "RSTTYP"),
                cells.code("RSTMNT", "RSTMNT"),
                cells.code("DEPLOY", "DEPLOY"),
                cells.text("RSTCOM")));
    }

    private List<Channel> channels(RawTest raw, Samples samples, Predicate<Channel> wanted, Report report) {
        List<Channel> channels = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (Row row : raw.channels()) {
            Optional<Channel> declared = channel(row, report);
            if (declared.isEmpty()) {
                continue;
            }
            Channel channel = declared.get();
            if (!numbers.add(channel.number())) {
                report.add(
                        row.file(),
                        row.lineOf("CURNO"),
                        "CURNO",
                        channel.number() + " a second time",
                        "each curve once",
                        "The second one was left out");
            } else if (wanted.test(channel)) {
                channels.add(samples.read(channel, row, report)
                        .map(channel::withSignal)
                        .orElse(channel));
            } else {
                channels.add(channel);
            }
        }
        return channels;
    }

    private Optional<Channel> channel(Row row, Report report) {
        Cells cells = new Cells(row, report);
        OptionalInt number = cells.count("CURNO");
        OptionalInt vehicle = cells.count("VEHNO");
        if (number.isEmpty() || vehicle.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Channel(
                number.getAsInt(),
                vehicle.getAsInt(),
                cells.code("SENTYP", "SENTYP"),
                cells.code("SENLOC", "SENLOC"),
                cells.code("SENATT", "SENATT"),
                cells.code("AXIS", "AXIS"),
                cells.code("UNITS", "YUNITS"),
                cells.number("PREFIL"),
                cells.code("DASTAT", "DASTAT"),
                cells.code("CHSTAT", "CHSTAT"),
                cells.number("INIVEL"),
                cells.text("INSCOM"),
                cells.others(),
                Optional.empty()));
    }

    /** A row while it is read: which of its fields are known by name, and where problems go. */
    private final class Cells {

        private final Row row;
        private final Report report;
        private final Set<String> read = new HashSet<>();

        Cells(Row row, Report report) {
            this.row = row;
            this.report = report;
        }

        String text(String field) {
            read.add(field);
            return row.text(field);
        }

        Code code(String table, String field) {
            String word = text(field);
            String text = text(field + "D");
            return word.isEmpty() ? tables.ofDescription(table, text) : tables.of(table, word);
        }

        double number(String field) {
            String text = text(field);
            if (text.isEmpty()) {
                return Double.NaN;
            }
            double number = Decimals.parse(text).orElse(Double.NaN);
            if (Double.isNaN(number)) {
                report.add(
                        row.file(), row.lineOf(field), field, Report.quote(text), "a number", comma(text, NOT_MISSING));
            }
            return NhtsaFields.isMissing(field, number) ? Double.NaN : number;
        }

        private static String comma(String text, String otherwise) {
            return text.matches("[+-]?\\d+,\\d+") ? "Maybe a decimal comma: write a point" : otherwise;
        }

        /** A whole number, 0 or more, without which the record is useless. */
        OptionalInt count(String field) {
            String text = text(field);
            double number = Decimals.parse(text).orElse(-1);
            if (number >= 0 && number <= 1e6 && number == Math.rint(number)) {
                return OptionalInt.of((int) number);
            }
            report.add(
                    row.file(),
                    row.lineOf(field),
                    field,
                    text.isEmpty() ? "nothing" : Report.quote(text),
                    "a whole number, 0 or more",
                    "The record was left out");
            return OptionalInt.empty();
        }

        Optional<LocalDate> date(String field) {
            String text = text(field);
            Optional<LocalDate> date = Dates.parse(text);
            if (date.isEmpty() && !text.isEmpty()) {
                report.add(
                        row.file(),
                        row.lineOf(field),
                        field,
                        Report.quote(text),
                        "a day, such as 03/OCT/2017",
                        NOT_MISSING);
            }
            return date;
        }

        /** What has not been asked for by name. */
        Map<String, String> others() {
            Map<String, String> others = new LinkedHashMap<>();
            row.cells().forEach((field, text) -> {
                if (!read.contains(field) && !row.text(field).isEmpty()) {
                    others.put(field, text);
                }
            });
            return others;
        }
    }
}
