package assay.acquisition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> KNOWN = List.of("fried", "frontal_crash", "mass", "x1", "a");

    @ParameterizedTest
    @CsvSource({
        "freid, fried",
        "FRIED, fried",
        "mas, mass",
        "crash, frontal_crash",
        "x2, x1",
        "A, a",
    })
    void suggests(String word, String expected) {
        assertEquals("Maybe \"" + expected + "\"?", NearestName.cure(word, KNOWN));
    }

    /** Any letter is one edit away from any other, so one letter never suggests another. */
    @Test
    void suggestsNothingForWhatIsNotAlike() {
        assertEquals("", NearestName.cure("k", KNOWN));
        assertEquals("", NearestName.cure("temperature", KNOWN));
    }
}
