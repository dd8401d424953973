//HintName: Nets.Explained.g.cs
        public override void ExplainChunk(in Ng::StepContext c)
        {
            _ = Explanation.Part0(in c);
        }

        /// <summary>What computes the gradients of outputs by tagged values: where its buffers lie, in floats from the start of their region, and its calls.</summary>
        private static class Explanation
        {
            // s: a chunk of 16 images. Buffers whose lives do not meet share memory.
            public const int
                Input1 = 33, // (3, 8, 8)
                Conv1 = Input1 + 4767, // (16, 8, 8)
                BatchNorm1 = Conv1 + 16560, // (16, 8, 8)
                Conv2 = Input1 + 4767, // (16, 8, 8)
                BatchNorm2 = BatchNorm1 + 25424, // (16, 8, 8)
                Add1 = BatchNorm2 + 16384, // (16, 8, 8)
                GlobalAvgPool1 = Add1 + 16384, // (16)
                Dense1 = GlobalAvgPool1 + 256, // (4)
                Dense1Gradient = Add1 + 16384,
                GlobalAvgPool1Gradient = Dense1Gradient + 256,
                BatchNorm2Gradient = BatchNorm1 + 25424,
                Conv2Gradient = Conv2 + 16560,
                BatchNorm1Gradient = Input1 + 4767;

            // w: packed weights.
            public const int
                Conv1Weight = 0,
                Conv1Bias = Conv1Weight + 432,
                BatchNorm1Statistics = Conv1Bias + 16, // mean, 1 / deviation, means of gradients, count
                Conv2Weight = BatchNorm1Statistics + 112,
                Conv2Bias = Conv2Weight + 9216,
                BatchNorm2Statistics = Conv2Bias + 16,
                Dense1Weight = BatchNorm2Statistics + 112,
                Dense1Bias = Dense1Weight + 256,
                Dense1WeightTurned = Dense1Bias + 16,
                Conv2WeightTurned = Dense1WeightTurned + 64;

            /// <summary>Forward as in a prediction, then backward to the tag.</summary>
            public static bool Part0(in Ng::StepContext c)
            {
                float* s = c.Slot, w = c.Weights;
                int n = c.Count;

                // Bring the images into the internal layout.
                Enter(c.Inputs, &s[Input1], channels: 3, rows: 8, columns: 8, pitch: 3, yRow: 30, yImage: 300, xImage: 192, part: 0, parts: 1, n);

                // conv1: Conv(16, 3, Pad = 1), (3, 8, 8) → (16, 8, 8).
                Conv3x3_s1_p1_3x8x8h1d_to_16x8x8(&s[Input1], &w[Conv1Weight], &w[Conv1Bias], null, &s[Conv1], slope: 1f, n);

                // batchnorm1: BatchNorm, (16, 8, 8) → (16, 8, 8), then ReLU.
                BatchNorm_relu_rows(&s[Conv1], &s[BatchNorm1], &w[BatchNorm1Statistics], rows: 8, columns: 8, pitch: 16, xRow: 128, xImage: 1024, yRow: 160, yImage: 1600, n);

                // Hand out "early", where it is asked for.
                if (c.Tag == 1 && c.Features != null)
                {
                    Leave(&s[BatchNorm1], c.Features, channels: 16, rows: 8, columns: 8, pitch: 16, xRow: 160, xImage: 1600, yImage: 1024, part: 0, parts: 1, n);
                }

                // conv2: Conv(16, 3, Pad = 1), (16, 8, 8) → (16, 8, 8).
                Winograd4x4_p1_16x8x8h1_to_16x8x8(&s[BatchNorm1], &w[Conv2Weight], &w[Conv2Bias], null, &s[Conv2], c.Work, slope: 1f, part: 0, parts: 1, n);

                // batchnorm2: BatchNorm, (16, 8, 8) → (16, 8, 8).
                BatchNorm(&s[Conv2], &s[BatchNorm2], &w[BatchNorm2Statistics], pixels: 64, pitch: 16, n);

                // add1: Add("early"), (16, 8, 8) and (16, 8, 8) → (16, 8, 8), then ReLU.
                Add2_relu_rows(&s[BatchNorm2], &s[BatchNorm1], &s[Add1], rows: 8, floats: 128, x0Row: 128, x0Image: 1024, x1Row: 160, x1Image: 1600, yRow: 128, yImage: 1024, part: 0, parts: 1, n);

                // Hand out "last", where it is asked for.
                if (c.Tag == 2 && c.Features != null)
                {
                    Leave(&s[Add1], c.Features, channels: 16, rows: 8, columns: 8, pitch: 16, xRow: 128, xImage: 1024, yImage: 1024, part: 0, parts: 1, n);
                }

                // globalavgpool1: GlobalAvgPool, (16, 8, 8) → (16).
                GlobalAvgPool(&s[Add1], &s[GlobalAvgPool1], pixels: 64, pitch: 16, yImage: 16, n);

                // dense1: Dense(4), (16) → (4).
                Dense_16_to_4(&s[GlobalAvgPool1], &w[Dense1Weight], &w[Dense1Bias], null, &s[Dense1], slope: 1f, n);

                // Hand out the result.
                if (c.Outputs != null)
                {
                    LeaveVectors(&s[Dense1], c.Outputs, channels: 4, xImage: 16, yImage: 4, n);
                }

                // Bring the gradient into the internal layout.
                EnterVectors(c.OutputGradients, &s[Dense1Gradient], channels: 4, yImage: 16, xImage: 4, n);

                // dense1: the gradient by its input.
                Dense_4_to_16(&s[Dense1Gradient], &w[Dense1WeightTurned], null, null, &s[GlobalAvgPool1Gradient], slope: 1f, n);

                // globalavgpool1: the gradient by its input.
                GlobalAvgPoolGradient(&s[GlobalAvgPool1Gradient], &s[BatchNorm2Gradient], pixels: 64, pitch: 16, dyImage: 16, n);

                // Hand out the gradient by "last", where it is asked for.
                if (c.Tag == 2)
                {
                    Leave(&s[BatchNorm2Gradient], c.FeatureGradients, channels: 16, rows: 8, columns: 8, pitch: 16, xRow: 128, xImage: 1024, yImage: 1024, part: 0, parts: 1, n);
                    return true;
                }

                // relu2: the gradient by its input.
                ReLUGradient(&s[Add1], &s[BatchNorm2Gradient], &s[BatchNorm2Gradient], floats: 1024, n);

                // batchnorm2: the gradient by its input.
                BatchNormGradient_rows(&s[Conv2], &s[BatchNorm2Gradient], &s[Conv2Gradient], &w[BatchNorm2Statistics], rows: 8, columns: 8, pitch: 16, xRow: 128, xImage: 1024, dyRow: 128, dyImage: 1024, dxRow: 160, dxImage: 1600, n);

                // conv2: the gradient by its input.
                Winograd4x4_p1_16x8x8h1_to_16x8x8(&s[Conv2Gradient], &w[Conv2WeightTurned], null, null, &s[BatchNorm1Gradient], c.Work, slope: 1f, part: 0, parts: 1, n);

                // relu1 is read more than once: its gradients add up.
                Accumulate(&s[BatchNorm2Gradient], &s[BatchNorm1Gradient], floats: 1024, n);

                // Hand out the gradient by "early", where it is asked for.
                if (c.Tag == 1)
                {
                    Leave(&s[BatchNorm1Gradient], c.FeatureGradients, channels: 16, rows: 8, columns: 8, pitch: 16, xRow: 128, xImage: 1024, yImage: 1024, part: 0, parts: 1, n);
                    return true;
                }

                return false;
            }
        }
