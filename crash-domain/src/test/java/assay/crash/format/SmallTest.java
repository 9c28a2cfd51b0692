package assay.crash.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A made-up test of one car with three channels of five samples, as files of any format: path to bytes. */
final class SmallTest {

    static final String VEHICLE = "1|16|03|2018||4S||4CIF|2.5|AF|1719|1514|2825|4896|1837|1246" + "|".repeat(25)
            + "|57.09|0|0|DE|NA|NA|380|466|511|518|489|370|12FDEW2|1260|0|518";
    static final String OCCUPANT =
            "1|01|H3|0|M|0|0|H3|50|DENTON|||312|642|208|319|519|302|130|155|166|0|0|0|0|CN|AB|OT|AB|NO|"
                    + "KR|NO|140|77.7|92.7|41.0|-1923|-2345|0|0|4200|0.0|0.0|HEAD TO HEADREST";

    private SmallTest() {}

    static String channel(int number, String attachment, String range, String comment) {
        return "1|%d|AC|NA|%s|XG|SEC|G'S|2800|||1200|4|57.09|%s|100|AM|P|%s"
                .formatted(number, attachment, range, comment);
    }

    static String header(String vehicle, String occupant, String... channels) {
        return """
                # made up
                ----- EV5 -----
                ----- TEST -----
                V5|A SMALL TEST|NOTHING|03/OCT/2017|MGA|CON|REF|NCA|VTB|CON|DRY|22|OTH|OTH|57.09|0|0|0|%d|SMALL
                ----- VEHICLE -----
                %s
                ----- BARRIER -----
                R|LCB|0|0|WALL
                ----- OCCUPANT -----
                %s
                ----- RESTRAINT -----
                1|01|1|3PT|BC|NA|PRETENSIONER
                ----- INSTRUMENTATION -----
                %s
                ----- END -----
                """.formatted(channels.length, vehicle, occupant, String.join("\n", channels));
    }

    /** Samples -2 .. 2 at 10 kHz; curve n is n times 0, -1, -2, -3, -4 g. */
    static String samples(int curve) {
        StringBuilder text = new StringBuilder();
        for (int k = -2; k <= 2; k++) {
            text.append(k / 10_000.).append('\t').append(0 - curve * (k + 2.)).append('\n');
        }
        return text.toString();
    }

    static Map<String, byte[]> ev5(String name) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                name + ".EV5",
                bytes(header(
                        VEHICLE,
                        OCCUPANT,
                        channel(1, "FLLR", "-2|2", "LEFT"),
                        channel(2, "FLRR", "-2|2", "RIGHT"),
                        channel(3, "VECG", "-2|2", "CENTRE"))));
        for (int curve = 1; curve <= 3; curve++) {
            files.put("%s.%03d".formatted(name, curve), bytes(samples(curve)));
        }
        return files;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static void write(Path folder, Map<String, byte[]> files) {
        files.forEach((name, content) -> {
            try {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                Files.write(file, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
