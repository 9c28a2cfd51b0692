package assay.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubsetKernelTest {

    private static final int[] SIZES = {1, 2, 7, 8, 63, 64, 65, 127, 128, 1000};

    private static BitSet some(int n, long seed) {
        Random random = new Random(seed);
        BitSet some = new BitSet(n);
        for (int i = 0; i < n; i++) {
            some.set(i, random.nextBoolean());
        }
        return some;
    }

    private static BitSet all(int n) {
        BitSet all = new BitSet(n);
        all.set(0, n);
        return all;
    }

    private static long[] words(BitSet members, int n) {
        return Arrays.copyOf(members.toLongArray(), Subsets.words(n));
    }

    /** Padding is not 0, so that it must not count. */
    @ParameterizedTest
    @MethodSource("assay.kernels.Both#implementations")
    void sumsMembersAlone(KernelSet set) {
        for (int n : SIZES) {
            double[] numbers = Both.doubles(Subsets.padded(n), -3, 3, n);
            for (BitSet members : new BitSet[] {new BitSet(), some(n, n), all(n)}) {
                double sum = members.stream().mapToDouble(i -> numbers[i]).sum();
                assertEquals(sum, set.subsets().sum(words(members, n), numbers), 1e-12, n + " numbers");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("assay.kernels.Both#implementations")
    void addsMoreToMembers(KernelSet set) {
        for (int n : SIZES) {
            int padded = Subsets.padded(n);
            BitSet members = some(n, n);
            double[] common = Both.doubles(padded, -3, 3, 1);
            double[] extra = Both.doubles(padded, -3, 3, 2);
            double[] numbers = Both.doubles(padded, -3, 3, 3);
            double[] expected = numbers.clone();
            for (int i = 0; i < padded; i++) {
                expected[i] += -1.7 * (common[i] + (members.get(i) ? extra[i] : 0));
            }
            set.subsets().add(words(members, n), -1.7, common, extra, numbers);
            assertArrayEquals(expected, numbers, 1e-13, n + " numbers");
        }
    }
}
