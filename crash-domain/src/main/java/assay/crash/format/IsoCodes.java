package assay.crash.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the 16 characters of an ISO 13499 channel code say in NHTSA's words, and back: test object, position, main location,
 * fine locations, physical dimension, direction, filter class. A {@code ?} in a code is a character that nobody knows.
 */
final class IsoCodes {

    private static final int LENGTH = 16;
    private static final char ANY = '?';

    /** Positions 1 to 9 are the seats of three rows from left to right; NHTSA counts them in another order. */
    private static final String SEATS = "010502040603070809";

    private static final Map<String, String> SENSORS = Map.ofEntries(
            Map.entry("AC", "AC"),
            Map.entry("FO", "LC"),
            Map.entry("MO", "LC"),
            Map.entry("DS", "DS"),
            Map.entry("AV", "AV"),
            Map.entry("AA", "AA"),
            Map.entry("AN", "AD"),
            Map.entry("VE", "VL"),
            Map.entry("PR", "PR"),
            Map.entry("TI", "TB"),
            Map.entry("EV", "ET"));

    private static final Map<String, String> DIMENSIONS = Map.of(
            "AC", "AC", "DS", "DS", "AV", "AV", "AA", "AA", "AD", "AN", "VL", "VE", "PR", "PR", "TB", "TI", "ET", "EV");

    private record Location(String pattern, String attachment, boolean occupant) {}

    private final List<Location> locations;

    private IsoCodes(List<Location> locations) {
        this.locations = locations;
    }

    static IsoCodes load() {
        try (InputStream in = IsoCodes.class.getResourceAsStream("isocodes.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new IsoCodes(lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new Location(cells[0], cells[1], cells[2].equals("O")))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fields of a channel that follow from its code: VEHNO, SENTYP, SENLOC, SENATT, AXIS; none of a code that is none. */
    Map<String, String> fields(String code) {
        Map<String, String> fields = new HashMap<>();
        if (!isCode(code)) {
            return fields;
        }
        String own = code.toUpperCase(Locale.ROOT);
        char object = own.charAt(0);
        if (object >= '1' && object <= '9') {
            fields.put("VEHNO", String.valueOf(object));
        } else if (object == 'B') {
            fields.put("VEHNO", "0");
        }
        Optional<Location> location = locations.stream()
                .filter(known -> matches(known.pattern, own.substring(0, known.pattern.length())))
                .findFirst();
        boolean occupant = location.isPresent() && location.get().occupant;
        int position = own.charAt(1) - '0';
        fields.put(
                "SENLOC",
                occupant && position >= 1 && position <= 9 ? SEATS.substring(2 * position - 2, 2 * position) : "NA");
        if (location.isPresent()) {
            fields.put("SENATT", location.get().attachment);
        } else {
            fields.put("SENATTD", "ISO " + own.substring(2, 12));
        }
        String dimension = own.substring(12, 14);
        if (SENSORS.containsKey(dimension)) {
            fields.put("SENTYP", SENSORS.get(dimension));
        }
        axis(own.charAt(14)).ifPresent(axis -> fields.put("AXIS", axis + (occupant ? "L" : "G")));
        if (own.charAt(14) == 'R') {
            fields.put("AXIS", "RS");
        }
        return fields;
    }

    private static Optional<String> axis(char direction) {
        return switch (direction) {
            case 'X', '1' -> Optional.of("X");
            case 'Y', '2' -> Optional.of("Y");
            case 'Z', '3' -> Optional.of("Z");
            default -> Optional.empty();
        };
    }

    static boolean isCode(String code) {
        return code.length() == LENGTH
                && code.chars()
                        .allMatch(
                                c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == ANY);
    }

    /** Whether two codes of the same length agree in all characters that both know. */
    static boolean matches(String pattern, String code) {
        if (pattern.length() != code.length()) {
            return false;
        }
        for (int i = 0; i < pattern.length(); i++) {
            char a = Character.toUpperCase(pattern.charAt(i));
            char b = Character.toUpperCase(code.charAt(i));
            if (a != b && a != ANY && b != ANY) {
                return false;
            }
        }
        return true;
    }

    /**
     * A code that says as much of a channel as a code can.
     *
     * @param dummy two characters, or 00
     * @param unit NHTSA's code of the unit, which tells forces from moments
     */
    String code(int vehicle, String seat, String attachment, String dummy, String sensor, String unit, String axis) {
        Optional<Location> location = locations.stream()
                .filter(known -> known.attachment.equals(attachment))
                .findFirst();
        StringBuilder code = new StringBuilder();
        code.append(vehicle == 0 ? "B" : vehicle <= 9 ? String.valueOf(vehicle) : "?");
        int position = seat.length() == 2 ? SEATS.indexOf(seat) : -1;
        String own = location.map(known -> known.pattern).orElse("??????????" + "??");
        char side = own.charAt(1);
        code.append(side != ANY ? side : position >= 0 && position % 2 == 0 ? (char) ('1' + position / 2) : '0');
        code.append(location.isPresent() ? own.substring(2, 10).replace(ANY, '0') : own.substring(2, 10));
        String last = own.substring(10);
        code.append(!last.equals("??") ? last : location.isPresent() && location.get().occupant ? dummy : "00");
        code.append(unit.equals("NWM") ? "MO" : sensor.equals("LC") ? "FO" : DIMENSIONS.getOrDefault(sensor, "??"));
        code.append(
                axis.equals("RS") ? 'R' : axis.isEmpty() || "XYZ".indexOf(axis.charAt(0)) < 0 ? '0' : axis.charAt(0));
        return code.append('0').toString();
    }
}
