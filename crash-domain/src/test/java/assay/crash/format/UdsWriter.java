package assay.crash.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes UDS-1992 files for tests, in all three forms of numbers, field by field after the specification. */
final class UdsWriter {

    private final UdsNumbers form;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    UdsWriter(UdsNumbers form) {
        this.form = form;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private UdsWriter text(String text, int length) {
        byte[] padded = (text + " ".repeat(length)).substring(0, length).getBytes(StandardCharsets.ISO_8859_1);
        bytes.writeBytes(padded);
        return this;
    }

    private UdsWriter whole(int number) {
        bytes.writeBytes(ByteBuffer.allocate(4)
                .order(form == UdsNumbers.SUN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array());
        return this;
    }

    /** VAX F-floats of normal numbers are four times the IEEE number with the halves of its bits swapped. */
    private UdsWriter real(double number) {
        int bits = Float.floatToIntBits((float) number * (form == UdsNumbers.VAX ? 4 : 1));
        return whole(form == UdsNumbers.VAX ? bits << 16 | bits >>> 16 : bits);
    }

    private UdsWriter fill() {
        int rest = UdsRecord.LENGTH - bytes.size() % UdsRecord.LENGTH;
        return rest == UdsRecord.LENGTH ? this : text("", rest);
    }

    UdsWriter header(int channels, String system, double speed, double mass) {
        text("UDS-1992", 12)
                .whole(channels)
                .text("Y", 10)
                .text(form.name(), 5)
                .text(system, 3)
                .text("NHTSA", 15);
        whole(2320)
                .text("V2320", 12)
                .text("NEON", 70)
                .text("CALSPAN", 25)
                .text("R1", 10)
                .text("VTB", 3);
        real(0).real(speed);
        whole(1).text("VE", 2)
                .text("", 30)
                .text("DODGE", 15)
                .text("NEON", 25)
                .whole(1996)
                .text("FOUR DOOR SEDAN", 25);
        text("4CTF", 4).real(mass).real(speed);
        text("H3", 6)
                .whole(0)
                .text("M", 1)
                .real(0)
                .text("50", 2)
                .text("3PT", 20)
                .text("ABG", 20);
        real(512).real(70.5).real(106.5).real(0).real(52.3).real(480).text("3", 1);
        return fill();
    }

    UdsWriter curve(String mode, int number, int first, int last, double interval, String unit) {
        text("CURVE HDR", 12)
                .whole(number)
                .text(mode, 10)
                .whole(number)
                .text("SEAT X", 12)
                .text("SEAT - LEFT REAR", 30);
        text("NA", 2)
                .whole(0)
                .whole(0)
                .whole(0)
                .text("XG", 2)
                .text("ACCELERATION", 20)
                .text(unit, 20)
                .text("TIME", 20);
        text("SECONDS", 20).text("AS MEASURED", 20).text("TIME HISTORY", 20).text("LEFT REAR SEAT X", 70);
        whole(first).whole(last).real(interval).real(56.5).real(1650);
        return fill();
    }

    /** @param kind X or Y */
    UdsWriter data(String kind, double... values) {
        for (int k = 0; k < values.length; k++) {
            if (k % 125 == 0) {
                text(kind + " DATA", 12);
            }
            real(values[k]);
        }
        return fill();
    }
}
