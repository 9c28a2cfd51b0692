package assay.crash.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;

/** How a UDS-1992 file writes numbers of four bytes. */
enum UdsNumbers {
    /** Little-endian. */
    IEEE,
    /** Big-endian IEEE. */
    SUN,
    /** Little-endian integers; F-floats with their halves swapped, hidden bit behind the point, exponents by 128. */
    VAX;

    static Optional<UdsNumbers> of(String name) {
        for (UdsNumbers form : values()) {
            if (form.name().equals(name.strip().toUpperCase(Locale.ROOT))) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    int integer(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes)
                .order(this == SUN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                .getInt(at);
    }

    /** The number; NaN for what is none, such as VAX's reserved operand. */
    float real(byte[] bytes, int at) {
        int bits = integer(bytes, at);
        if (this != VAX) {
            return Float.intBitsToFloat(bits);
        }
        int swapped = bits << 16 | bits >>> 16;
        int exponent = swapped >>> 23 & 0xFF;
        if (exponent == 0) {
            return swapped < 0 ? Float.NaN : 0;
        }
        double fraction = (1 << 23 | swapped & 0x7FFFFF) * 0x1p-24;
        return (float) (Math.scalb(fraction, exponent - 128) * (swapped < 0 ? -1 : 1));
    }
}
