package assay.acquisition;

/**
 * How far a target model beats the best constant prediction, out of fold.
 *
 * @param name what the score is called: R2, or share of errors avoided
 * @param score 1 - loss of the model / loss of the constant; 0 is no better than the constant
 * @param lower lower end of its 95 % interval, from the paired differences of the losses per row
 * @param upper upper end
 */
public record BaseSkill(String name, double score, double lower, double upper) {

    public boolean beatsConstant() {
        return lower > 0;
    }
}
