package wrenchline.prediction.boosting;

import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** XGBoost, grown as our trees are, or as it comes. */
public record Peer(Booster booster) {

    /** With the parameters that {@code growth} means there; one thread. */
    public static Map<String, Object> like(Growth growth) {
        Map<String, Object> parameters = plain(growth.learningRate(), growth.seed());
        parameters.put("tree_method", "hist");
        parameters.put("grow_policy", "lossguide");
        parameters.put("max_leaves", growth.leaves());
        parameters.put("max_depth", 0);
        parameters.put("min_child_weight", growth.minimumWeight());
        parameters.put("lambda", growth.ridge());
        parameters.put("subsample", growth.rowShare());
        parameters.put("colsample_bytree", growth.columnShare());
        parameters.put("max_bin", growth.bins());
        return parameters;
    }

    /** Its own defaults but for the learning rate. */
    public static Map<String, Object> plain(double learningRate, long seed) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("eta", learningRate);
        parameters.put("seed", (int) seed);
        parameters.put("nthread", 1);
        parameters.put("verbosity", 0);
        return parameters;
    }

    public static Peer regression(
            double[][] rows, double[] targets, double[] weights, Map<String, Object> parameters, int rounds)
            throws XGBoostError {
        parameters.put("objective", "reg:squarederror");
        return train(rows, floats(targets), floats(weights), parameters, rounds);
    }

    public static Peer classification(
            double[][] rows, int[] labels, int classes, Map<String, Object> parameters, int rounds)
            throws XGBoostError {
        parameters.put("objective", "multi:softprob");
        parameters.put("num_class", classes);
        float[] targets = new float[labels.length];
        float[] weights = new float[labels.length];
        for (int row = 0; row < labels.length; row++) {
            targets[row] = labels[row];
            weights[row] = 1;
        }
        return train(rows, targets, weights, parameters, rounds);
    }

    private static Peer train(
            double[][] rows, float[] targets, float[] weights, Map<String, Object> parameters, int rounds)
            throws XGBoostError {
        DMatrix table = table(rows);
        table.setLabel(targets);
        table.setWeight(weights);
        return new Peer(XGBoost.train(table, parameters, rounds, new HashMap<>(), null, null));
    }

    /** For each row one number, or one probability a class. */
    public float[][] predict(double[][] rows) throws XGBoostError {
        return booster.predict(table(rows));
    }

    private static DMatrix table(double[][] rows) throws XGBoostError {
        int columns = rows[0].length;
        float[] cells = new float[rows.length * columns];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = (float) rows[cell / columns][cell % columns];
        }
        return new DMatrix(cells, rows.length, columns, Float.NaN);
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int index = 0; index < values.length; index++) {
            floats[index] = (float) values[index];
        }
        return floats;
    }
}
