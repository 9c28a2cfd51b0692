package assay.valuation;

/** Values drawn uniformly from 0 .. 1: the baseline that a method has to beat. */
public record RandomValues() implements ValuationMethod {

    @Override
    public String name() {
        return "random";
    }

    @Override
    public String describe() {
        return "random, uniform in 0 .. 1";
    }
}
