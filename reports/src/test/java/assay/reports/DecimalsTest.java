package assay.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DecimalsTest {

    @Test
    void largestValueGetsThreeDigitsAndAllTheSameDecimals() {
        Decimals decimals = Decimals.fitting(0.0123, -0.00045, Double.NaN);

        assertEquals("0.0123", decimals.write(0.0123));
        assertEquals("−0.0005", decimals.write(-0.00045));
        assertEquals("–", decimals.write(Double.NaN));
    }

    @Test
    void wholeNumbersStayWholeAndThousandsStandApart() {
        Decimals decimals = Decimals.fitting(300_000, 12);

        assertEquals("300\u202f000", decimals.write(300_000));
        assertEquals("1234", decimals.write(1234));
    }

    @Test
    void tinyNumbersAreScientific() {
        assertEquals("1.23 × 10^−7", Decimals.fitting(1.23e-7).write(1.23e-7));
    }

    @Test
    void nothingIsLessThanZeroByRounding() {
        assertEquals("0.00", Decimals.TWO.write(-0.001));
    }
}
