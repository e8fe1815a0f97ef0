package io.poolwright.queueing.engine;

/**
 * The area under e^−x cut into 256 layers of equal size: boxes, the lowest with the tail.
 *
 * <p>Source of the two numbers: G. Marsaglia and W. Tsang, The ziggurat method for generating random variables (2000).
 */
final class Ziggurat {
    static final int MASK = 255;
    /** Where the tail begins. */
    static final double TAIL = 7.69711747013105;

    /** Width of each layer, for a place of 53 bits. */
    static final double[] WIDTH = new double[MASK + 1];
    /** Places below this are under the curve whatever the height. */
    static final long[] INSIDE = new long[MASK + 1];
    /** The curve at the layer's right end. */
    static final double[] HEIGHT = new double[MASK + 1];

    private static final double AREA = 0.003949659822581557;
    private static final double PLACES = 0x1p53;

    static {
        double right = TAIL;
        double base = AREA / Math.exp(-TAIL);
        WIDTH[0] = base / PLACES;
        INSIDE[0] = (long) (TAIL / base * PLACES);
        HEIGHT[0] = 1;
        WIDTH[MASK] = right / PLACES;
        HEIGHT[MASK] = Math.exp(-right);
        for (int layer = MASK - 1; layer > 0; layer--) {
            double left = -Math.log(AREA / right + Math.exp(-right));
            INSIDE[layer + 1] = (long) (left / right * PLACES);
            WIDTH[layer] = left / PLACES;
            HEIGHT[layer] = Math.exp(-left);
            right = left;
        }
    }

    private Ziggurat() {}
}
