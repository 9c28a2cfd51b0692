package assay.crash.table;

import static assay.crash.table.MadeUpTest.at;
import static assay.crash.table.MadeUpTest.channel;
import static assay.crash.table.MadeUpTest.complete;
import static assay.crash.table.MadeUpTest.kind;
import static assay.crash.table.MadeUpTest.saying;
import static assay.crash.table.MadeUpTest.signal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.crash.Channel;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the records tell of the restraint system, and what they do not. */
class RestraintReaderTest {

    private static RestraintSettings read(MadeUpTest test) {
        return test.assess().restraints();
    }

    private static RestraintSettings belt(DoubleUnaryOperator force) {
        return read(complete().with(kind(at(channel(50, "SHBT", signal(force)), "01"), "LC", "NWT")));
    }

    @ParameterizedTest
    @CsvSource({
        "SHOULDER BELT PRETENSIONER AND FORCE LIMITER,  1,   1",
        "' BELT PRETENSIONER AND LOAD LIMITER',         1,   1",
        "BELT PRETENSIONER,                             1,   NaN",
        "PRETENSIONER; DUAL STAGE LOAD LIMITER,         1,   2",
        "DUAL PRETENSIONERS AND LOAD LIMITER,           1,   1",
        "2-LEVEL FORCE LIMITER,                         NaN, 2",
        "NO PRETENSIONER; LOAD LIMITER,                 0,   1",
        "THREE POINT BELT,                              NaN, NaN",
        "'',                                            NaN, NaN",
    })
    void wordsOfTheBeltsComment(String comment, double pretensioner, double limiters) {
        MadeUpTest test = complete();
        test.beltComment = comment;

        assertEquals(pretensioner, read(test).pretensioner());
        assertEquals(limiters, read(test).forceLimiters());
    }

    @Test
    void onePlateauIsOneLevel() {
        RestraintSettings settings =
                belt(t -> Math.max(0, Math.min(4400, Math.min(3e5 * (t - 0.02), 2e5 * (0.13 - t)))));

        assertEquals(1, settings.forceLimiters());
        assertEquals(4400, settings.forceLevel1(), 44);
        assertTrue(Double.isNaN(settings.forceLevel2()) && Double.isNaN(settings.switchingTime()));
    }

    /** 5 kN from 25 to 55 ms, falling to 3 kN at 57 ms, which lasts until 100 ms. */
    @Test
    void twoPlateausAreTwoLevelsAndASwitch() {
        RestraintSettings settings = belt(t -> t < 0.020 || t > 0.103
                ? 0
                : t < 0.025
                        ? 1e6 * (t - 0.020)
                        : t < 0.055
                                ? 5000
                                : t < 0.057 ? 5000 - 1e6 * (t - 0.055) : t < 0.100 ? 3000 : 1e6 * (0.103 - t));

        assertEquals(2, settings.forceLimiters());
        assertEquals(5000, settings.forceLevel1(), 50);
        assertEquals(3000, settings.forceLevel2(), 50);
        assertEquals(56, settings.switchingTime(), 1);
    }

    /** A belt without limiter: its force is a hump. */
    @ParameterizedTest
    @ValueSource(doubles = {0.06, 0.08, 0.095})
    void aHumpIsNoPlateau(double length) {
        RestraintSettings settings =
                belt(t -> t > 0.02 && t < 0.02 + length ? 8500 * Math.sin(Math.PI * (t - 0.02) / length) : 0);

        assertTrue(Double.isNaN(settings.forceLimiters()) && Double.isNaN(settings.forceLevel1()));
    }

    /** Two levels by the comment, one plateau in the force: which of them it is, nobody knows. */
    @Test
    void aPlateauThatCannotBeNamedIsNoLevel() {
        MadeUpTest test = complete()
                .with(kind(at(channel(50, "SHBT", signal(t -> t > 0.02 && t < 0.1 ? 4000 : 0)), "01"), "LC", "NWT"));
        test.beltComment = "DUAL STAGE LOAD LIMITER";

        assertEquals(2, read(test).forceLimiters());
        assertTrue(Double.isNaN(read(test).forceLevel1()));
    }

    @Test
    void theFirstSquibOfTheDriverIsTheTimeToFire() {
        MadeUpTest test = complete()
                .with(squib(60, "DRIVER AIRBAG STAGE 1 SQUIB", 0.0125))
                .with(squib(61, "DRIVER PRETENSIONER SQUIB", 0.0105))
                .with(squib(62, "PASSENGER AIRBAG SQUIB", 0.009))
                .with(squib(63, "SIDE CURTAIN SQUIB", 0.008));

        assertEquals(10.5, read(test).timeToFire(), 0.1);
        assertTrue(Double.isNaN(read(complete()).timeToFire()));
    }

    private static Channel squib(int number, String comment, double rise) {
        return saying(
                kind(channel(number, "ABSQ", signal(t -> t > rise && t < rise + 0.002 ? 1.8 : 0)), "OT", "AMP"),
                comment);
    }

    @Test
    void everythingReadIsExplained() {
        MadeUpTest test = complete().with(squib(60, "DRIVER AIRBAG SQUIB", 0.0125));
        test.beltComment = "PRETENSIONER";

        List<String> texts = test.assess().remarks().stream().map(Remark::text).toList();

        assertTrue(texts.contains(
                "the belt's comment \"pretensioner\" tells of 1 pretensioner and nothing about a force limiter level"));
        assertTrue(texts.stream().anyMatch(text -> text.startsWith("squib currents rise in curve 60")));
    }
}
