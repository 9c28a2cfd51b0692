package assay.kernels;

/** Plain loops. */
final class ScalarSubsets extends SubsetKernel {

    @Override
    double sum(long[] members, double[] numbers) {
        double sum = 0;
        for (int word = 0; word < members.length; word++) {
            int from = word * Long.SIZE;
            for (long left = members[word]; left != 0; left &= left - 1) {
                sum += numbers[from + Long.numberOfTrailingZeros(left)];
            }
        }
        return sum;
    }

    @Override
    void add(long[] members, double factor, double[] common, double[] extra, double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += factor * common[i];
        }
        for (int word = 0; word < members.length; word++) {
            int from = word * Long.SIZE;
            for (long left = members[word]; left != 0; left &= left - 1) {
                int i = from + Long.numberOfTrailingZeros(left);
                numbers[i] += factor * extra[i];
            }
        }
    }
}
