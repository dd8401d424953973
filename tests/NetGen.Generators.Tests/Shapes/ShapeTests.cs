using NetGen.Generators.IR;
using Shouldly;

namespace NetGen.Generators.Tests.Shapes;

/// <summary>A shape is its axes.</summary>
public sealed class ShapeTests
{
    [Fact]
    public void Vector_HasFeatures()
    {
        Shape shape = Shape.Vector(5);

        shape.Kind.ShouldBe(ShapeKinds.Vector);
        Axes(shape).ShouldBe([new(AxisKind.Features, 5)]);
        (shape.Features, shape.Channels, shape.Positions, shape.Size).ShouldBe((5, 5, 1, 5));
        shape.Dimensions.ShouldBe([5]);
        shape.ToString().ShouldBe("(5)");
    }

    [Fact]
    public void Image_HasChannelsHeightAndWidth()
    {
        Shape shape = Shape.Image(3, 4, 6);

        shape.Kind.ShouldBe(ShapeKinds.Image);
        Axes(shape).ShouldBe([new(AxisKind.Channels, 3), new(AxisKind.Height, 4), new(AxisKind.Width, 6)]);
        (shape.C, shape.H, shape.W, shape.Channels, shape.Positions, shape.Size).ShouldBe((3, 4, 6, 3, 24, 72));
        shape.Dimensions.ShouldBe([3, 4, 6]);
        shape.ToString().ShouldBe("(3, 4, 6)");
    }

    [Fact]
    public void Sequence_HasTimeAndFeatures()
    {
        Shape shape = Shape.Sequence(7, 5);

        shape.Kind.ShouldBe(ShapeKinds.Sequence);
        Axes(shape).ShouldBe([new(AxisKind.Time, 7), new(AxisKind.Features, 5)]);
        (shape.Steps, shape.Features, shape.Channels, shape.Positions, shape.Size).ShouldBe((7, 5, 5, 7, 35));
        shape.Dimensions.ShouldBe([7, 5]);
        shape.ToString().ShouldBe("(7, 5)");
    }

    [Fact]
    public void WithChannels_KeepsTheOtherAxes()
    {
        Shape.Vector(5).WithChannels(2).ShouldBe(Shape.Vector(2));
        Shape.Image(3, 4, 6).WithChannels(2).ShouldBe(Shape.Image(2, 4, 6));
        Shape.Sequence(7, 5).WithChannels(2).ShouldBe(Shape.Sequence(7, 2));
    }

    /// <summary>Axes of the same sizes and other meanings make another shape.</summary>
    [Fact]
    public void Shapes_CompareByTheirAxes()
    {
        Shape.Image(3, 4, 6).ShouldBe(Shape.Image(3, 4, 6));
        Shape.Image(3, 4, 6).GetHashCode().ShouldBe(Shape.Image(3, 4, 6).GetHashCode());
        Shape.Image(3, 4, 6).ShouldNotBe(Shape.Image(3, 6, 4));
        Shape.Sequence(7, 5).ShouldNotBe(Shape.Sequence(5, 7));
        Shape.Sequence(1, 5).ShouldNotBe(Shape.Vector(5));
        Shape.Image(5, 1, 1).ShouldNotBe(Shape.Vector(5));
    }

    /// <summary>An op that takes a sequence for an image stops at once instead of computing something.</summary>
    [Fact]
    public void AnAxisThatIsNotThere_HasNoSize()
    {
        Should.Throw<InvalidOperationException>(() => Shape.Sequence(7, 5).H).Message.ShouldBe("(7, 5) has no axis Height.");
        Should.Throw<InvalidOperationException>(() => Shape.Vector(5).C);
        Should.Throw<InvalidOperationException>(() => Shape.Vector(5).Steps);
        Should.Throw<InvalidOperationException>(() => Shape.Image(3, 4, 6).Features);
        Should.Throw<ArgumentOutOfRangeException>(() => Shape.Vector(5)[1]);
        default(Shape).Kind.ShouldBe(ShapeKinds.None);
    }

    /// <summary>Products stop at the largest number, as in <see cref="Sizes"/>.</summary>
    [Fact]
    public void LargeSizes_DoNotOverflow()
    {
        Shape.Image(1 << 24, 1 << 24, 1 << 24).Size.ShouldBe(long.MaxValue);
        Shape.Image(1, 1 << 24, 1 << 24).Positions.ShouldBe(int.MaxValue);
        Shape.Sequence(1 << 24, 1 << 24).Size.ShouldBe(1L << 48);
    }

    /// <summary>In memory a sequence is a row of pixels, and an image and a vector are what they were.</summary>
    [Fact]
    public void Planes_FollowFromTheAxes()
    {
        Plane.Of(Shape.Vector(5)).ShouldBe(new Plane(5, 1, 1, 16, 0, 0));
        Plane.Of(Shape.Image(3, 4, 6), 1, 2).ShouldBe(new Plane(3, 4, 6, 16, 1, 2));
        Plane.Of(Shape.Sequence(7, 20)).ShouldBe(new Plane(20, 1, 7, 32, 0, 0));
    }

    /// <summary>One channel of steps × features, with the plane's own strides.</summary>
    [Fact]
    public void ASequenceInOrder_LeavesThePaddingOut()
    {
        Shape shape = Shape.Sequence(7, 20);
        Plane order = Plane.Of(shape).InOrder(shape);

        (order.C, order.H, order.W, order.Pitch, order.Row, order.Image).ShouldBe((1, 7, 20, 1, 32, 7 * 32));
        Plane.Of(Shape.Image(3, 4, 6)).InOrder(Shape.Image(3, 4, 6)).ShouldBe(Plane.Of(Shape.Image(3, 4, 6)));
    }

    /// <summary>One row, whose elements follow each other.</summary>
    [Fact]
    public void AVectorInOrder_IsARow()
    {
        Plane order = Plane.Of(Shape.Vector(20)).InOrder(Shape.Vector(20));

        (order.C, order.H, order.W, order.Pitch, order.Row, order.Image).ShouldBe((1, 1, 20, 1, 32, 32));
    }

    private static Axis[] Axes(Shape shape) => [.. Enumerable.Range(0, shape.Rank).Select(i => shape[i])];
}
